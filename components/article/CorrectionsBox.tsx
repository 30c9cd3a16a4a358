import type { Correction } from '@/lib/content/models';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Dateline } from '../text/When';

interface CorrectionsBoxProps {
  readonly corrections: readonly Correction[];
  /** BCP 47 tag of the article, and so of what is said about it. */
  readonly lang: string;
  readonly context: ViewContext;
}

/** What was corrected or clarified after publication, newest first. */
export function CorrectionsBox({ corrections, lang, context }: CorrectionsBoxProps) {
  const { messages, site } = context;
  if (corrections.length === 0) return null;
  const policy = site.policies.corrections;
  return (
    <section className="corrections-box" aria-labelledby="corrections">
      <h2 id="corrections" className="box-heading">
        {messages.article.correctionsHeading}
      </h2>
      {corrections.map((correction) => (
        <p key={`${correction.date.at} ${correction.text}`}>
          <strong>{messages.article[correction.kind]}</strong>,{' '}
          <Dateline date={correction.date} context={context} />:{' '}
          <span lang={lang}>{correction.text}</span>
        </p>
      ))}
      {policy ? (
        <p>
          <a href={routes.page(policy)}>{messages.article.correctionsPolicy}</a>
        </p>
      ) : null}
    </section>
  );
}

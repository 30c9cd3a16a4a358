import type { Dated } from '@/lib/content/models';
import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Dateline } from '../text/When';

interface UpdatedProps {
  readonly date: Dated;
  /** BCP 47 tag of the article, where it is not in the site's language. */
  readonly lang: string | undefined;
  readonly history: SitePath | undefined;
  readonly context: ViewContext;
}

/** When an article was last changed, with a link to what was changed where readers may see it. */
export function Updated({ date, lang, history, context }: UpdatedProps) {
  const { messages } = context;
  const words = (
    <>
      {messages.article.updated} <Dateline date={date} lang={lang} context={context} />
    </>
  );
  if (history === undefined) return <span>{words}</span>;
  return (
    <span>
      <a href={history} className="updated-link">
        {words} <span className="sr-only">({messages.history.linkPurpose})</span>
      </a>
    </span>
  );
}

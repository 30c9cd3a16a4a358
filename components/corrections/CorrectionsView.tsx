import type { CorrectionsPage } from '@/lib/archive/queries/corrections';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { pageOf, routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Pagination } from '../lists/Pagination';
import { Dateline } from '../text/When';

interface CorrectionsViewProps {
  readonly model: CorrectionsPage;
  readonly context: ViewContext;
}

/** The ledger of everything that was corrected. */
export function CorrectionsView({ model, context }: CorrectionsViewProps) {
  const { messages, site } = context;
  const { entries, page, pages } = model;
  const policy = site.policies.corrections;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, messages.corrections)} context={context} />
      <header className="page-head">
        <h1>{messages.corrections}</h1>
        <p className="standfirst">
          {entries.length === 0
            ? messages.correctionsPage.none
            : messages.correctionsPage.introduction}{' '}
          {policy ? <a href={routes.page(policy)}>{messages.article.correctionsPolicy}</a> : null}
        </p>
      </header>
      <div className="ledger">
        {entries.map(({ correction, article }) => (
          <article key={`${article.slug} ${correction.date.at} ${correction.text}`}>
            <p className="kicker">
              {messages.article[correction.kind]}{' '}
              <Dateline date={correction.date} context={context} />
            </p>
            <h2 lang={article.lang === site.language ? undefined : article.lang}>
              <a href={routes.article(article.slug)}>{article.title}</a>
            </h2>
            <p lang={article.lang}>{correction.text}</p>
          </article>
        ))}
      </div>
      <Pagination
        pageAt={(number) => pageOf(routes.corrections(), number)}
        page={page}
        pages={pages}
        context={context}
      />
    </div>
  );
}

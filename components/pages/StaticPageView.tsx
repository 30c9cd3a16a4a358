import type { PageRecord } from '@/lib/archive/records';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Html } from '../text/Html';
import { Dateline } from '../text/When';

interface StaticPageViewProps {
  readonly page: PageRecord;
  /** The body as HTML. */
  readonly html: string;
  readonly context: ViewContext;
}

export function StaticPageView({ page, html, context }: StaticPageViewProps) {
  const { messages } = context;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, page.title)} context={context} />
      <article className="static-page">
        <header className="page-head">
          <h1>{page.title}</h1>
          {page.summary ? <p className="standfirst">{page.summary}</p> : null}
        </header>
        <Html html={html} className="prose" />
        {page.updated ? (
          <p className="page-updated">
            {messages.article.updated} <Dateline date={page.updated} context={context} />
          </p>
        ) : null}
      </article>
    </div>
  );
}

import type { ArticleCard } from '@/lib/archive/queries/cards';
import { historyCrumbs } from '@/lib/discovery/crumbs';
import type { ArticleHistory } from '@/lib/publishing/history/articleHistory';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Legend } from './Legend';
import { VersionEntry } from './VersionEntry';

interface HistoryViewProps {
  /** The article as it is now. */
  readonly article: ArticleCard;
  readonly history: ArticleHistory;
  readonly context: ViewContext;
}

/** Every version of an article that readers saw, newest first. */
export function HistoryView({ article, history, context }: HistoryViewProps) {
  const { messages, site } = context;
  const lang = article.lang === site.language ? undefined : article.lang;
  const { versions, isCut } = history;
  const path = routes.article(article.slug);
  return (
    <div className="wrap">
      <Breadcrumb crumbs={historyCrumbs(messages, article, site.language)} context={context} />
      <header className="page-head">
        <h1>{messages.history.title}</h1>
        <p className="standfirst">
          {messages.history.introduction}{' '}
          <a href={path} lang={lang}>
            {article.title}
          </a>
        </p>
        {versions.length > 1 ? <Legend context={context} /> : null}
      </header>
      {versions.length > 0 ? (
        <ol className="versions">
          {versions.map((version, index) => (
            <li key={version.id}>
              <VersionEntry
                version={version}
                standing={standingOf(index, history)}
                lang={lang}
                context={context}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {isCut ? <p className="history-note">{messages.history.cut}</p> : null}
    </div>
  );
}

/** Whether a version is the first of all, and perhaps the only one. */
function standingOf(index: number, { versions, isCut }: ArticleHistory) {
  if (isCut || index < versions.length - 1) return null;
  return versions.length === 1 ? 'only' : 'first';
}

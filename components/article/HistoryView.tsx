import type { ArticleHistory } from '@/lib/publishing/history/articleHistory';
import type { Changes, Version } from '@/lib/publishing/history/versions';
import type { Piece } from '@/lib/publishing/history/wordDiff';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Dateline } from '../text/When';

interface HistoryViewProps {
  readonly history: ArticleHistory;
  readonly context: ViewContext;
}

/** What changed in an article from one version to the next, the newest first. */
export function HistoryView({ history, context }: HistoryViewProps) {
  const { messages, site } = context;
  const { article, versions, isCut } = history;
  const lang = article.lang === site.language ? undefined : article.lang;
  const path = routes.article(article.slug);
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: messages.home, path: routes.front() },
          { label: article.title, path, ...(lang && { lang }) },
          { label: messages.history.heading },
        ]}
        context={context}
      />
      <header className="page-head">
        <p className="kicker">{messages.history.heading}</p>
        <h1 lang={lang}>{article.title}</h1>
        <p className="standfirst">{messages.history.introduction}</p>
      </header>
      <ol className="versions" reversed>
        {versions.map((version) => (
          <li key={`${version.at.at} ${version.subject}`}>
            <VersionEntry version={version} lang={article.lang} context={context} />
          </li>
        ))}
      </ol>
      {isCut ? <p className="versions-cut">{messages.history.cut}</p> : null}
      <p className="versions-back">
        <a href={path}>{messages.history.back}</a>
      </p>
    </div>
  );
}

interface VersionEntryProps {
  readonly version: Version;
  /** BCP 47 tag of the article. */
  readonly lang: string;
  readonly context: ViewContext;
}

function VersionEntry({ version, lang, context }: VersionEntryProps) {
  const { history } = context.messages;
  const { at, subject, changes } = version;
  return (
    <article className="version">
      <h2>
        <Dateline date={at} context={context} />
      </h2>
      <p className="version-subject">{subject}</p>
      {changes ? (
        <VersionChanges changes={changes} lang={lang} context={context} />
      ) : (
        <p>{history.published}</p>
      )}
    </article>
  );
}

interface VersionChangesProps extends Omit<VersionEntryProps, 'version'> {
  readonly changes: Changes;
}

function VersionChanges({ changes, lang, context }: VersionChangesProps) {
  const { history } = context.messages;
  const { title, summary, body, parts } = changes;
  return (
    <>
      {title ? <Passage label={history.headline} {...{ pieces: title, lang, context }} /> : null}
      {summary ? (
        <Passage label={history.standfirst} {...{ pieces: summary, lang, context }} />
      ) : null}
      {body.map((pieces, index) => (
        <Passage
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name but their place
          key={index}
          label={index === 0 ? history.text : null}
          {...{ pieces, lang, context }}
        />
      ))}
      {parts.length > 0 ? <p className="version-parts">{history.also(parts)}</p> : null}
    </>
  );
}

interface PassageProps extends Omit<VersionEntryProps, 'version'> {
  /** Which part of the article it is; null where that was said before. */
  readonly label: string | null;
  readonly pieces: readonly Piece[];
}

function Passage({ label, pieces, lang, context }: PassageProps) {
  return (
    <div className="version-passage">
      {label === null ? null : <h3>{label}</h3>}
      <p lang={lang}>
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          <PieceOfText key={index} piece={piece} context={context} />
        ))}
      </p>
    </div>
  );
}

/** Browsers tell those who listen nothing of insertions and deletions, so that words do. */
function PieceOfText({ piece, context }: { readonly piece: Piece; readonly context: ViewContext }) {
  const { messages, site } = context;
  if (piece.kind === 'same') return piece.text;
  const { added, removed, end } = messages.history;
  const Change = piece.kind === 'added' ? 'ins' : 'del';
  return (
    <Change>
      <span className="sr-only" lang={site.language}>
        {piece.kind === 'added' ? added : removed}
      </span>
      {piece.text}
      <span className="sr-only" lang={site.language}>
        {end}
      </span>
    </Change>
  );
}

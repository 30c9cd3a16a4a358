import type { Version } from '@/lib/publishing/history/articleHistory';
import type { ViewContext } from '../context';
import { Dateline } from '../text/When';
import { ChangedPart } from './ChangedPart';

interface VersionEntryProps {
  readonly version: Version;
  /** Null for a version that came after others. */
  readonly standing: 'first' | 'only' | null;
  /** BCP 47 tag of the article, where it is not in the site's language. */
  readonly lang: string | undefined;
  readonly context: ViewContext;
}

export function VersionEntry({ version, standing, lang, context }: VersionEntryProps) {
  const { history } = context.messages;
  const { from, subject, changes } = version;
  return (
    <article className="version">
      <header className="version-head">
        <h2>
          <Dateline date={{ at: from, precision: 'minute' }} context={context} />
        </h2>
        <p dir="auto">{subject}</p>
      </header>
      <div className="version-changes">
        {changes?.map((change) => (
          <ChangedPart key={change.part} change={change} lang={lang} context={context} />
        ))}
        {standing === null ? null : (
          <p className="history-note">
            {history.first} {standing === 'only' ? history.unchanged : null}
          </p>
        )}
      </div>
    </article>
  );
}

import type { ServerState } from '@/lib/publishing/serverState';
import type { ViewContext } from '../context';
import { Facts } from '../text/Facts';
import { Moment } from './Moment';

interface LastPublishProps {
  readonly publishing: ServerState['publishing'];
  readonly context: ViewContext;
}

/** What was published last, and how long that took. */
export function LastPublish({ publishing: { last, isWorking }, context }: LastPublishProps) {
  const words = context.messages.status.publish;
  return (
    <section>
      <h2 className="section-heading">{words.heading}</h2>
      {last === null ? (
        <p>{words.none}</p>
      ) : (
        <Facts
          facts={[
            { term: words.live, text: <Moment at={last.live} context={context} /> },
            { term: words.took, text: words.milliseconds(last.milliseconds) },
            { term: words.changed, text: changes(last, words) },
          ]}
        />
      )}
      {isWorking ? <p>{words.working}</p> : null}
    </section>
  );
}

function changes(
  { files, articles, pages }: NonNullable<ServerState['publishing']['last']>,
  words: ViewContext['messages']['status']['publish'],
): string {
  const { added, changed, removed, refused } = articles;
  return [
    words.files(files.added + files.changed + files.removed),
    words.articles(added, changed, removed, refused),
    words.pages(pages),
  ].join('; ');
}

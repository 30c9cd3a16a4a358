import type { PartChange } from '@/lib/publishing/history/articleHistory';
import type { Passage } from '@/lib/publishing/history/passages';
import type { ViewContext } from '../context';
import { Marked } from './Marked';

interface ChangedPartProps {
  readonly change: PartChange;
  /** BCP 47 tag of the article, where it is not in the site's language. */
  readonly lang: string | undefined;
  readonly context: ViewContext;
}

/** What differs in one part of an article, paragraph by paragraph. */
export function ChangedPart({ change, lang, context }: ChangedPartProps) {
  const words = context.messages.history;
  const { part, passages, picture } = change;
  return (
    <section>
      <h3>{words.parts[part]}</h3>
      {picture ? <p className="history-note">{words.picture[picture]}</p> : null}
      {inOrder(passages).map(({ key, passage }) => (
        <p key={key} lang={lang}>
          {inOrder(passage).map(({ key: place, passage: segment }) => (
            <Marked key={place} segment={segment} context={context} />
          ))}
        </p>
      ))}
    </section>
  );
}

/** Words may come twice; the place of each is what tells them apart. */
function inOrder<Item extends Passage | Passage[number]>(items: readonly Item[]) {
  return items.map((passage, key) => ({ key, passage }));
}

import { LRUCache } from 'lru-cache';
import type { RenderContext } from '@/lib/content/markdown';
import { onceInProcess } from '@/lib/site/onceInProcess';

type FindPicture = RenderContext['picture'];

interface Kept {
  readonly html: string;
  /** Paths of the pictures it asked for, each with what was found, as JSON. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Characters of Markdown and HTML in memory: of some 250 long articles. */
const ROOM = 4_000_000;

type Store = LRUCache<string, Kept>;

function kept(): Store {
  return onceInProcess('keptHtml', () => {
    const sizeCalculation = ({ html }: Kept, key: string) => html.length + key.length;
    return new LRUCache({ maxSize: ROOM, sizeCalculation });
  });
}

/**
 * HTML that was rendered before, as long as the pictures in it are the same. An article is on its page, in its data, in the
 * feeds of its section, countries, topics and authors, and in each again whenever another article joins it.
 * @param key all that decides what is rendered, but for the pictures
 */
export function keptHtml(
  key: string,
  find: FindPicture,
  render: (find: FindPicture) => string,
): string {
  const store = kept();
  const known = store.get(key);
  // Every picture is asked for again: whoever asks notes what a page shows.
  if (known) {
    const found = [...known.pictures].map(([path, was]) => described(find(path)) === was);
    if (found.every((isSame) => isSame)) return known.html;
  }
  const pictures = new Map<string, string>();
  const html = render((path) => {
    const file = find(path);
    pictures.set(path, described(file));
    return file;
  });
  store.set(key, { html, pictures });
  return html;
}

function described(file: ReturnType<FindPicture>): string {
  return JSON.stringify(file ?? null);
}

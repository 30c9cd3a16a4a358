import { LRUCache } from 'lru-cache';
import type { Reader } from '../reader';
import { bodyHtml } from './body';
import { pictureFile } from './pictures';

interface KeptBody {
  readonly html: string;
  /** Paths of the pictures it asked for, each with what was found, as JSON. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Characters of Markdown and HTML in memory: of some 250 long articles. */
const ROOM = 4_000_000;

const kept = new LRUCache<string, KeptBody>({
  maxSize: ROOM,
  sizeCalculation: ({ html }, key) => html.length + key.length,
});

/**
 * The body of an article as feeds have it: `bodyHtml` without conversions of money, which change
 * while the article stays. An article is in the feeds of its section, countries, topics and authors,
 * and in each again whenever another article joins it, so what was rendered is kept for as long as
 * the text and the pictures in it are the same.
 */
export function keptBodyHtml(reader: Reader, markdown: string, lang: string): string {
  const key = [reader.site.language, lang, markdown].join('\n');
  const known = kept.get(key);
  if (known && [...known.pictures].every(([path, found]) => seen(reader, path) === found)) {
    return known.html;
  }
  const pictures = new Map<string, string>();
  const html = bodyHtml(reader, markdown, {
    lang,
    picture: (path) => {
      const file = pictureFile(reader, path);
      pictures.set(path, JSON.stringify(file));
      return file ?? undefined;
    },
  });
  kept.set(key, { html, pictures });
  return html;
}

function seen(reader: Reader, path: string): string {
  return JSON.stringify(pictureFile(reader, path));
}

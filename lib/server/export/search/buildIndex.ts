import { gunzipSync } from 'node:zlib';
import type { SearchRecord } from './records';

/** An index for the browser, and which of its files tells of which article. */
export interface SearchIndex {
  /** By path below the folder of the index. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of what the index knows of an article, by the article's address. */
  readonly fragments: ReadonlyMap<string, string>;
}

/** Parts of Pagefind's own look, which the site does without. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)|^playground\//;
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
/** Records that wait for the indexing program at a time. */
const AT_ONCE = 64;

/**
 * Indexes articles with Pagefind. All are in one index, whatever their language: a reader searches them all at once.
 * @param language BCP 47 tag, whose word forms the index knows
 * @param onProgress told how many records are read
 * @throws Error with what Pagefind says
 */
export async function buildIndex(
  records: readonly SearchRecord[],
  language: string,
  onProgress: (done: number) => void,
): Promise<SearchIndex> {
  // It starts a program of its own, which few exports need.
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({ forceLanguage: language.split('-')[0] ?? 'en' });
    if (index === undefined)
      throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const batch = records.slice(at, at + AT_ONCE);
      const added = await Promise.all(
        batch.map((one) => index.addCustomRecord(pagefindRecord(one))),
      );
      const refused = added.flatMap((one) => one.errors);
      if (refused.length > 0) throw new Error(`The search index takes no record: ${refused[0]}`);
      onProgress(at + batch.length);
    }
    const made = await index.getFiles();
    const files = made.files.filter(({ path }) => !UNUSED.test(path));
    return {
      files: new Map(files.map(({ path, content }) => [path, content])),
      fragments: new Map(
        files.flatMap(({ path, content }) => {
          const [, name] = FRAGMENT.exec(path) ?? [];
          return name === undefined ? [] : [[addressIn(content), name]];
        }),
      ),
    };
  } finally {
    await close();
  }
}

function pagefindRecord({ url, text, facts, filters }: SearchRecord) {
  return {
    url,
    // Its headline and standfirst are looked for too.
    content: `${facts.title}. ${facts.summary} ${text}`,
    language: 'unknown',
    meta: { title: facts.title, facts: JSON.stringify(facts) },
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [name, [...values]]),
    ),
  };
}

/** The address in a fragment: compressed JSON after a mark. */
function addressIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  const { url }: { url: string } = JSON.parse(text.slice(text.indexOf('{')));
  return url;
}

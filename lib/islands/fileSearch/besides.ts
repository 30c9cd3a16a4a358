import type { PagefindData, PagefindResult } from './pagefind';

/** Values that are wanted of each filter. */
export type Filters = Record<string, { readonly any: readonly string[] }>;

export type Found = Pick<PagefindResult, 'data'>;

/** As lib/server/export/search writes it down: articles that the index does not know as they are. */
interface Since {
  /** Names of what the index knows of them. */
  readonly stale: readonly string[];
  readonly records: readonly {
    readonly url: string;
    readonly text: string;
    readonly facts: { readonly title: string; readonly summary: string };
    readonly filters: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** Characters around the first word that was looked for. */
const PASSAGE = 160;

let loading: Promise<Besides> | undefined;

/** Loads what stands beside the index, once. */
export function besides(): Promise<Besides> {
  loading ??= fetch('/search/index/since.json')
    .then(
      async (answer): Promise<Since> => (answer.ok ? answer.json() : { stale: [], records: [] }),
    )
    .then((since) => new Besides(since))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

class Besides {
  readonly #since: Since;

  constructor(since: Since) {
    this.#since = since;
  }

  /** The articles found here, and after them those of the index but for what it should know no more. */
  with(found: readonly PagefindResult[], text: string, filters: Filters): Found[] {
    const { stale, records } = this.#since;
    const words = wordsOf(text);
    const own = records.filter((record) => {
      const all = wordsOf(`${record.facts.title} ${record.facts.summary} ${record.text}`);
      const has = (word: string) => all.some((one) => one.startsWith(word));
      const fits = Object.entries(filters).every(([name, { any }]) =>
        record.filters[name]?.some((value) => any.includes(value)),
      );
      return fits && words.length > 0 && words.every(has);
    });
    return [
      ...own.map(({ url, facts, text: body }) => {
        const data: PagefindData = {
          url,
          excerpt: excerpt(body, words),
          meta: { facts: JSON.stringify(facts) },
        };
        return { data: () => Promise.resolve(data) };
      }),
      ...found.filter(({ id }) => !stale.includes(id)),
    ];
  }
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As long as the text, so that places in one are places in the other. */
function folded(text: string): string {
  return text.replace(/./gsu, (sign) => {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  });
}

/** HTML: the text escaped, and the words marked. */
function excerpt(text: string, words: readonly string[]): string {
  const first = Math.max(0, folded(text).indexOf(words[0] ?? ''));
  const start = text.lastIndexOf(' ', Math.max(0, first - PASSAGE / 2)) + 1;
  const passage = text.slice(start, start + PASSAGE);
  const escaped = passage.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return escaped.replace(/[\p{L}\p{N}]+/gu, (word) =>
    words.some((one) => folded(word).startsWith(one)) ? `<mark>${word}</mark>` : word,
  );
}

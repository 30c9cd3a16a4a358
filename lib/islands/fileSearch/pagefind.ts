/** The part of Pagefind's own module that is used here; see its documentation, "Search API". */
export interface Pagefind {
  options(options: { readonly excerptLength: number; readonly basePath: string }): Promise<void>;
  search(
    text: string,
    options: {
      readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>>;
    },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  readonly url: string;
  /** HTML with its text escaped, and nothing in it but `mark`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** Where an export has its index. */
const FOLDER = '/search/index/';
const EXCERPT_WORDS = 28;

let loading: Promise<Pagefind> | undefined;

/** Loads the index when the first search is made; a load that failed is tried again. */
export function pagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const file = `${FOLDER}pagefind.js`;
  const found: Pagefind = await import(file);
  await found.options({ excerptLength: EXCERPT_WORDS, basePath: FOLDER });
  return found;
}

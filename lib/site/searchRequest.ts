import { routes, type SitePath } from './routes';

/** Characters of a search; what is longer is a text, and its beginning is looked for. */
export const LONGEST_SEARCH_TEXT = 200;

/** What searches can be narrowed down to; null where they are not. */
export interface SearchFilters {
  readonly section: string | null;
  readonly country: string | null;
  readonly author: string | null;
  /** Years, both included. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Narrow nothing down. */
export const NO_FILTERS: SearchFilters = {
  section: null,
  country: null,
  author: null,
  from: null,
  to: null,
};

/** What a reader asks the archive for. */
export interface SearchRequest extends SearchFilters {
  /** As it was typed: of any length, with any characters. */
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

/** Values of a query, as routers hand them out; of a name that comes again, all of them. */
export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads the query of the search page; null where the page is none. Years that are none are left out; whether
 * there is such a section, country or author, the archive knows.
 */
export function readSearch(values: QueryValues): SearchRequest | null {
  const one = (name: string): string => {
    const value = values[name] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
  const named = (name: string): string | null => (one(name) === '' ? null : one(name));
  const year = (name: string): number | null =>
    /^\d{4}$/.test(one(name)) ? Number(one(name)) : null;
  const [from, to] = inOrder(year('from'), year('to'));
  const page = one('page') === '' ? '1' : one('page');
  if (!/^[1-9]\d{0,3}$/.test(page)) return null;
  return {
    text: one('q'),
    section: named('section'),
    country: named('country'),
    author: named('author'),
    from,
    to,
    page: Number(page),
  };
}

/** Years in the wrong order mean the same span. */
function inOrder<Year extends number | null>(from: Year, to: Year): [Year, Year] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}

/** Address of the answer to a request; `readSearch` reads it back. */
export function searchAddress({ text, page, ...filters }: SearchRequest): SitePath {
  const query = new URLSearchParams({ q: text });
  for (const [name, value] of Object.entries(filters)) {
    if (value !== null) query.set(name, String(value));
  }
  if (page > 1) query.set('page', String(page));
  return `${routes.search()}?${query}`;
}

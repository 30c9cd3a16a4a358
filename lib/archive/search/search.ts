import { isCountry } from '@/lib/site/countries';
import type { SearchFilters, SearchRequest } from '@/lib/site/searchRequest';
import { isSlug } from '@/lib/site/slug';
import { type ArticleCard, type CardRow, card, recordOf } from '../queries/cards';
import type { Reader } from '../reader';
import { yearsOf } from './choices';
import { FormFinder, type Forms } from './forms';
import { type Marked, type Matcher, marked, matcher, passages } from './marks';
import { type FoundName, namesOf } from './names';
import { readQuery, type SearchQuery, type Term } from './query';
import { byHeadline, type Found, MOST_FOUND, ranked } from './ranking';
import { corrected } from './suggestion';
import { asWritten } from './writing';

export interface SearchHit {
  readonly card: ArticleCard;
  readonly title: Marked;
  readonly summary: Marked;
  /** Where the body says what is looked for; none where only headline and standfirst do. */
  readonly passages: readonly Marked[];
}

export interface SearchResults {
  /** What was asked for, as far as it was read. */
  readonly text: string;
  /** What the hits are for where nothing was found for what was asked; null where they are for that. */
  readonly instead: string | null;
  /** Whether the hits have but some of the words, since no article has all of them. */
  readonly isPartial: boolean;
  /** Filters that were asked for and narrow nothing, since the publication has no such thing. */
  readonly leftOut: readonly ('section' | 'country' | 'author')[];
  readonly hits: readonly SearchHit[];
  /** Articles that were found, up to a thousand. */
  readonly total: number;
  /** Whether there are more than that. */
  readonly isMore: boolean;
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** People, lists and pages found by name; on the first page alone. */
  readonly names: readonly FoundName[];
}

const PASSAGES = 2;

/**
 * Finds articles by their words, and people, lists and pages by their names. Where the archive has no
 * such word, it looks for the one that was likely meant, and else for any of the words.
 * @returns null past the last page
 */
export function search(reader: Reader, request: SearchRequest): SearchResults | null {
  const query = readQuery(request.text);
  const filters = meant(reader, request);
  const { found, forms, names, instead, isPartial } = attempts(reader, query, filters);
  const { perPage } = reader.site;
  const total = Math.min(found.length, MOST_FOUND);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const { page } = request;
  if (page > pages) return null;
  const shown = found.slice((page - 1) * perPage, Math.min(page * perPage, total));
  return {
    text: query.text,
    instead,
    isPartial,
    leftOut: (['section', 'country', 'author'] as const).filter((filter) => {
      return request[filter] !== null && filters[filter] === null;
    }),
    hits: hitsOf(reader, shown, matcher(forms)),
    total,
    isMore: found.length > total,
    page,
    pages,
    names: page === 1 ? names : [],
  };
}

interface Attempt {
  readonly found: readonly Found[];
  readonly forms: readonly Forms[];
  readonly names: readonly FoundName[];
  readonly instead: string | null;
  readonly isPartial: boolean;
}

function attempts(reader: Reader, query: SearchQuery, filters: SearchFilters): Attempt {
  const asAsked = { instead: null, isPartial: false };
  if (query.terms.length === 0) return { found: [], forms: [], names: [], ...asAsked };
  const finder = new FormFinder(reader.database);
  const exact = attempt(reader, query, filters, true, finder);
  // Whoever looks for a person by name meant that name.
  if (exact.found.length > 0 || exact.names.length > 0) return { ...exact, ...asAsked };
  const better = corrected(reader.database, query, finder);
  if (better !== null) {
    const meantQuery = readQuery(better.map(({ text }) => text).join(''));
    const likely = attempt(reader, meantQuery, filters, true, finder);
    if (likely.found.length > 0 || likely.names.length > 0) {
      const texts = [...likely.names.map(({ name }) => name), ...textsOf(reader, likely.found[0])];
      return { ...likely, ...asAsked, instead: asWritten(better, query.text, texts) };
    }
  }
  const some = attempt(reader, apart(query), filters, false, finder);
  return { ...some, instead: null, isPartial: some.found.length > 0 };
}

/** The words of a query, each for itself, also those of phrases. */
function apart(query: SearchQuery): SearchQuery {
  const terms = query.terms.flatMap(({ words, ...term }) => {
    return words.map((word): Term => ({ ...term, words: [word] }));
  });
  return { ...query, terms };
}

function attempt(
  reader: Reader,
  query: SearchQuery,
  filters: SearchFilters,
  all: boolean,
  finder: FormFinder,
) {
  const forms = finder.ofAll(query.terms);
  const excluded = finder.ofAll(query.excluded);
  const matches = matcher(forms);
  const ordered = ranked(reader, { terms: forms, excluded, filters, all });
  const found = byHeadline(reader, ordered, matches, forms.length, query.text);
  return { found, forms, names: namesOf(reader, forms) };
}

/**
 * The filters that the publication knows, the others left out; of a span of years of which one end is
 * open, the other end is that of the archive.
 */
function meant(
  reader: Reader,
  { section, country, author, from, to }: SearchRequest,
): SearchFilters {
  const named = {
    section: reader.sections.some(({ slug }) => slug === section) ? section : null,
    country: country !== null && isCountry(country) ? country : null,
    author: author !== null && isSlug<'author'>(author) && reader.author(author) ? author : null,
  };
  if (from === null && to === null) return { ...named, from, to };
  const years = yearsOf(reader);
  const [last = 0] = years;
  const first = years.at(-1) ?? 0;
  return { ...named, from: Math.max(from ?? first, first), to: Math.min(to ?? last, last) };
}

/** What an article that was found says, for how words are written in it. */
function textsOf({ database }: Reader, found: Found | undefined): string[] {
  if (found === undefined) return [];
  const row = database
    .query<{ text: string }>(
      `SELECT model ->> '$.title' || ' ' || (model ->> '$.summary') || ' ' || plain AS text
       FROM article JOIN article_plain ON article = id WHERE id = ?`,
    )
    .get(found.id);
  return row === undefined ? [] : [row.text];
}

function hitsOf(reader: Reader, found: readonly Found[], matches: Matcher): SearchHit[] {
  return found.flatMap(({ id }) => {
    const row = reader.database
      .query<CardRow & { plain: string }>(
        'SELECT model, plain FROM article JOIN article_plain ON article = id WHERE id = ?',
      )
      .get(id);
    if (row === undefined) return [];
    const article = card(reader, recordOf(row));
    return [
      {
        card: article,
        title: marked(article.title, matches),
        summary: marked(article.summary, matches),
        passages: passages(row.plain, matches, PASSAGES),
      },
    ];
  });
}

import type { GeneratedPublication } from '../generate/publication';
import type { Random } from '../generate/random';

/** Kinds of searches that readers make. */
export const QUERY_KINDS = [
  'one word',
  'several words',
  'phrase',
  'beginning of a word',
  'misspelt word',
  'with filters',
] as const;

export type QueryKind = (typeof QUERY_KINDS)[number];

/** A search, as the form sends it. */
export interface Query {
  readonly kind: QueryKind;
  readonly search: URLSearchParams;
}

/** Searches for words that the headlines of a publication hold, the kinds in turns. */
export function planQueries(
  { articles, sections, authors }: GeneratedPublication,
  count: number,
  random: Random,
): Query[] {
  const headlines = articles
    .map(({ slug }) => wordsOfSlug(slug))
    .filter(({ length }) => length > 1);
  const headline = (): string[] => random.pick(headlines);
  const word = (): string => random.pick(headline());
  const texts: Record<QueryKind, () => string> = {
    'one word': word,
    'several words': () => headline().slice(0, 3).join(' '),
    phrase: () => `"${headline().slice(0, 2).join(' ')}"`,
    'beginning of a word': () => word().slice(0, 3),
    'misspelt word': () => misspelt(word(), random),
    'with filters': word,
  };
  return Array.from({ length: count }, (_, index) => {
    const kind = QUERY_KINDS[index % QUERY_KINDS.length] ?? 'one word';
    const search = new URLSearchParams({ q: texts[kind]() });
    if (kind === 'with filters') {
      search.set('section', random.pick(sections));
      if (random.chance(0.5)) search.set('author', random.pick(authors));
      if (random.chance(0.5)) search.set('from', '2020');
    }
    return { kind, search };
  });
}

/** The words of a headline that say something; the last part of a slug is its number. */
function wordsOfSlug(slug: string): string[] {
  return slug
    .split('-')
    .slice(0, -1)
    .filter((word) => word.length > 2);
}

/** Two letters of a word in the order of a hurried hand. */
function misspelt(word: string, random: Random): string {
  const at = random.between(1, Math.max(1, word.length - 2));
  return (
    word.slice(0, at) +
    word
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    word.slice(at + 2)
  );
}

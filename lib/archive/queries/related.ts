import type { Reader } from '../reader';
import type { ArticleRecord } from '../records';
import { type CardRow, recordOf } from './cards';

const DAY = 24 * 60 * 60 * 1000;

/** From each list that an article stands in, this many of its nearest neighbours are weighed. */
export const CANDIDATES = 24;
/** SQLite joins at most 500 ranges in one query; there are two for each list. */
const MOST_LISTS = 60;

/**
 * How closely two articles belong together, from features of the pair alone: shared topics
 * weigh most, then words of the headline, authors, countries and section; nearness in time
 * tips the scales between equals. Translations of each other score nothing.
 */
export function relatedness(a: ArticleRecord, b: ArticleRecord): number {
  if (a.slug === b.slug || (a.translationOf ?? a.slug) === (b.translationOf ?? b.slug)) return 0;
  const shared =
    6 * overlap(slugs(a), slugs(b)) +
    2 * overlap(headlineWords(a.title), headlineWords(b.title)) +
    1.5 * overlap(a.authors, b.authors) +
    1.5 * overlap(a.countries, b.countries) +
    (a.section === b.section ? 2 : 0) +
    (a.lang === b.lang ? 0.5 : 0);
  const days = Math.abs(a.published.at - b.published.at) / DAY;
  return shared === 0 ? 0 : shared + 2 / (1 + days / 30);
}

/** The published articles that belong most closely to one. */
export function related(reader: Reader, article: ArticleRecord, limit: number): ArticleRecord[] {
  reader.shown.add(`related:${article.slug}`);
  const lists: ListName[] = [
    ...article.topics.map(({ slug }): ListName => ['topic', slug]),
    ...article.authors.map((slug): ListName => ['author', slug]),
    ...article.countries.map((country): ListName => ['country', country]),
    ['section', article.section],
  ];
  return neighbours(reader, lists, article.published.at)
    .map((record) => ({ record, score: relatedness(article, record) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.record.slug < b.record.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ record }) => record);
}

type ListName = readonly [kind: string, value: string];

/** Neighbours in all lists in one query, so that one that stands in several is read once. */
function neighbours(reader: Reader, lists: readonly ListName[], at: number): ArticleRecord[] {
  const named = lists.slice(0, MOST_LISTS);
  const ranges = named.flatMap(() => [nearest('<=', 'DESC'), nearest('>', 'ASC')]);
  const values = named.flatMap((name) => [
    ...name,
    at,
    reader.horizon,
    ...name,
    at,
    reader.horizon,
  ]);
  return reader.database
    .query<CardRow>(`SELECT model FROM article WHERE id IN (${ranges.join(' UNION ')})`)
    .all(...values)
    .map(recordOf);
}

function nearest(comparison: string, order: string): string {
  return `SELECT article FROM (
    SELECT article FROM listing
    WHERE kind = ? AND value = ? AND published ${comparison} ? AND published <= ?
    ORDER BY published ${order}, slug LIMIT ${CANDIDATES / 2})`;
}

function slugs(article: ArticleRecord): string[] {
  return article.topics.map(({ slug }) => slug);
}

/** Words of a headline that carry meaning: short ones are mostly articles and prepositions. */
function headlineWords(title: string): string[] {
  const words = title.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return [...new Set<string>(words)];
}

function overlap(a: readonly string[], b: readonly string[]): number {
  return a.filter((value) => b.includes(value)).length;
}

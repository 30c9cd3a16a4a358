import type { Reader } from '../reader';
import type { ArticleRecord } from '../records';
import { type CardRow, recordOf } from './cards';

const DAY = 24 * 60 * 60 * 1000;

/** From each list that an article stands in, this many of its nearest neighbours are weighed. */
const CANDIDATES = 40;

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
  const candidates = new Map<string, ArticleRecord>();
  const keys: [string, string][] = [
    ...article.topics.map(({ slug }): [string, string] => ['topic', slug]),
    ...article.authors.map((slug): [string, string] => ['author', slug]),
    ...article.countries.map((country): [string, string] => ['country', country]),
    ['section', article.section],
  ];
  for (const [kind, value] of keys) {
    for (const record of neighbours(reader, kind, value, article.published.at)) {
      candidates.set(record.slug, record);
    }
  }
  return [...candidates.values()]
    .map((record) => ({ record, score: relatedness(article, record) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.record.slug < b.record.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ record }) => record);
}

function neighbours(reader: Reader, kind: string, value: string, at: number): ArticleRecord[] {
  const near = (comparison: string, order: string): ArticleRecord[] =>
    reader.database
      .query<CardRow>(
        `SELECT model FROM (
           SELECT article FROM listing
           WHERE kind = ? AND value = ? AND published ${comparison} ? AND published <= ?
           ORDER BY published ${order}, slug LIMIT ?
         ) JOIN article ON article.id = article`,
      )
      .all(kind, value, at, reader.now, CANDIDATES / 2)
      .map(recordOf);
  return [...near('<=', 'DESC'), ...near('>', 'ASC')];
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

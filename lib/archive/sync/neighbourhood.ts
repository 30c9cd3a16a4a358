import type { Instant } from '@/lib/site/dates';
import type { Database } from '../database';
import { type CardRow, recordOf } from '../queries/cards';
import { CANDIDATES, relatedness } from '../queries/related';
import type { ArticleRecord } from '../records';

/** Lists whose neighbours are weighed for "related". */
const RELATING: ReadonlySet<string> = new Set(['topic', 'author', 'country', 'section']);
const PER_SIDE = CANDIDATES / 2;

interface ListName {
  readonly kind: string;
  readonly value: string;
}

/** What places an article among its neighbours. */
interface Standing {
  readonly record: ArticleRecord;
  readonly published: Instant;
  readonly lists: readonly ListName[];
}

/**
 * Slugs of the articles whose "related" may depend on one article: those that have it among the
 * neighbours that they weigh. Being near is mutual, so they are its own neighbours; of articles of
 * one moment, all that the last of them could be.
 */
export function neighbourhood(
  database: Database,
  lists: readonly ListName[],
  at: Instant,
  now: Instant,
): string[] {
  return lists
    .filter(({ kind }) => RELATING.has(kind))
    .flatMap(({ kind, value }) =>
      database
        .query<{ slug: string }>(
          `SELECT slug FROM listing WHERE kind = ?1 AND value = ?2 AND published <= MIN(?4, COALESCE((
             SELECT published FROM listing WHERE kind = ?1 AND value = ?2 AND published > ?3
             ORDER BY published LIMIT 1 OFFSET ${PER_SIDE - 1}), ?4))
           AND published >= COALESCE((
             SELECT published FROM listing WHERE kind = ?1 AND value = ?2 AND published < ?3
             ORDER BY published DESC LIMIT 1 OFFSET ${PER_SIDE - 1}), -9e15)`,
        )
        .all(kind, value, at, now)
        .map(({ slug }) => slug),
    );
}

/**
 * Those of an article's neighbours whose "related" may be another now. Where it stands between the
 * same neighbours as before, that goes by its own weight alone, which is of the pair: they are those
 * for which it weighs otherwise, and itself.
 * @param near its neighbours before and now
 */
export function weighedAnew(
  database: Database,
  near: readonly string[],
  before: Standing | null,
  after: Standing | null,
): readonly string[] {
  if (before === null || after === null || place(before) !== place(after)) return near;
  const neighbours = database
    .query<CardRow>(
      'SELECT model FROM article WHERE listed = 1 AND slug IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify([...new Set(near)]))
    .map(recordOf);
  return neighbours
    .filter((one) => relatedness(one, before.record) !== relatedness(one, after.record))
    .map(({ slug }) => slug)
    .concat(after.record.slug);
}

function place({ record, published, lists }: Standing): string {
  const names = lists
    .filter(({ kind }) => RELATING.has(kind))
    .map(({ kind, value }) => `${kind} ${value}`);
  return JSON.stringify([record.slug, published, names.sort()]);
}

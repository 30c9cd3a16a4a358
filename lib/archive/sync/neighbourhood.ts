import type { Instant } from '@/lib/site/dates';
import type { Database } from '../database';
import { CANDIDATES } from '../queries/related';

/** Lists whose neighbours are weighed for "related". */
const RELATING: ReadonlySet<string> = new Set(['topic', 'author', 'country', 'section']);
const PER_SIDE = CANDIDATES / 2;

/**
 * Slugs of the articles whose "related" may depend on one article: those that have it among the
 * neighbours that they weigh. Being near is mutual, so they are its own neighbours; of articles of
 * one moment, all that the last of them could be.
 */
export function neighbourhood(
  database: Database,
  lists: readonly { readonly kind: string; readonly value: string }[],
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

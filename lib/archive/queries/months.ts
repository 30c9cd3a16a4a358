import type { Instant } from '@/lib/site/dates';
import type { Month } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import { knownPictures } from './pictures';

/**
 * The articles of a month, as those who keep account of all addresses see them: without those that
 * others published first.
 */
export interface MonthAccount {
  readonly month: Month;
  readonly total: number;
  /** When readers were last told of a change in any of them. */
  readonly modified: Instant;
}

/** A date that has come; of a change that is announced for later, the article's own. ?1 is now. */
const MODIFIED = 'CASE WHEN modified <= ?1 THEN modified ELSE published END';

export interface ArticleAccount {
  readonly slug: ArticleSlug;
  readonly published: Instant;
  /** When readers were last told of a change. */
  readonly modified: Instant;
  /** `media/NAME` of every picture in it, that over it first. */
  readonly pictures: readonly string[];
}

interface ArticleRow extends Omit<ArticleAccount, 'pictures'> {
  readonly image: string | null;
  /** JSON, a list of paths. */
  readonly named: string;
}

/** All months that have articles, the oldest first. */
export function monthAccounts(reader: Reader): MonthAccount[] {
  reader.shown.add('changes:all:');
  return reader.database
    .query<MonthAccount>(
      `SELECT value AS month, COUNT(*) AS total, MAX(${MODIFIED}) AS modified FROM listing
       WHERE kind = 'month' AND isCopy = 0 AND published <= ?2 GROUP BY value ORDER BY value`,
    )
    .all(reader.now, reader.horizon);
}

/** When readers were last told of a change in each so many articles of a month, the oldest first. */
export function partsOfMonth(reader: Reader, month: Month, size: number): Instant[] {
  reader.shown.add(`changes:month:${month}`);
  return reader.database
    .query<{ modified: Instant }>(
      `SELECT MAX(modified) AS modified FROM (
         SELECT ${MODIFIED} AS modified,
           (ROW_NUMBER() OVER (ORDER BY published, slug) - 1) / CAST(?4 AS INTEGER) AS part
         FROM listing WHERE kind = 'month' AND value = ?2 AND isCopy = 0 AND published <= ?3
       ) GROUP BY part ORDER BY part`,
    )
    .all(reader.now, month, reader.horizon, size)
    .map(({ modified }) => modified);
}

/** Some of the articles of a month, the oldest first, so that what is full stays as it is. */
export function articlesOfMonth(
  reader: Reader,
  month: Month,
  limit: number,
  offset: number,
): ArticleAccount[] {
  reader.shown.add(`changes:month:${month}`);
  const rows = reader.database
    .query<ArticleRow>(
      `SELECT entry.slug, entry.published, entry.modified,
         article.model ->> '$.image.src' AS image,
         -- Those of the version that readers see, which an earlier one does not tell.
         (SELECT json_group_array(r.value) FROM reference r JOIN file f ON f.path = r.file
          WHERE r.file = article.file AND +r.kind = 'media' AND f.shown = f.fingerprint) AS named
       FROM (
         SELECT slug, published, ${MODIFIED} AS modified, article FROM listing
         WHERE kind = 'month' AND value = ?2 AND isCopy = 0 AND published <= ?3
         ORDER BY published, slug LIMIT ?4 OFFSET ?5
       ) entry
       JOIN article ON article.id = entry.article
       ORDER BY entry.published, entry.slug`,
    )
    .all(reader.now, month, reader.horizon, limit, offset);
  const accounts = rows.map(({ image, named, ...account }) => {
    const paths = new Set([image ?? [], JSON.parse(named) as string[]].flat());
    return { ...account, pictures: [...paths] };
  });
  const known = knownPictures(
    reader,
    accounts.flatMap(({ pictures }) => pictures),
  );
  return accounts.map(({ pictures, ...account }) => {
    return { ...account, pictures: pictures.filter((path) => known.has(path)) };
  });
}

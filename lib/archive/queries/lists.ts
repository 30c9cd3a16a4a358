import type { Country } from '@/lib/site/countries';
import type { Instant } from '@/lib/site/dates';
import type { Month } from '@/lib/site/routes';
import type { AuthorSlug, SectionSlug, SeriesSlug, TopicSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import type { ArticleRecord } from '../records';
import { type ArticleCard, type CardRow, card, recordOf } from './cards';

/** Names one of the site's lists of articles. */
export type ListKey =
  | { readonly kind: 'all' }
  | { readonly kind: 'author'; readonly value: AuthorSlug }
  | { readonly kind: 'section'; readonly value: SectionSlug }
  | { readonly kind: 'country'; readonly value: Country }
  | { readonly kind: 'topic'; readonly value: TopicSlug }
  | { readonly kind: 'series'; readonly value: SeriesSlug }
  | { readonly kind: 'month'; readonly value: Month };

/** One page of a list, newest first. */
export interface ListPage {
  readonly cards: readonly ArticleCard[];
  /** Articles in the whole list. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  /** At least 1, also for an empty list. */
  readonly pages: number;
}

/** One page of a list; null past the end. The first page always exists. */
export function listPage(reader: Reader, key: ListKey, page = 1): ListPage | null {
  const { perPage } = reader.site;
  const total = countOf(reader, key);
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page > pages) return null;
  return { cards: newest(reader, key, perPage, (page - 1) * perPage), total, page, pages };
}

/** The newest articles of a list. */
export function newest(reader: Reader, key: ListKey, limit: number, offset = 0): ArticleCard[] {
  noteList(reader, key);
  return reader.database
    .query<CardRow>(
      `SELECT model FROM (
         SELECT article, published, slug FROM listing
         WHERE kind = ? AND value = ? AND published <= ?
         ORDER BY published DESC, slug LIMIT ? OFFSET ?
       ) entry JOIN article ON article.id = entry.article
       ORDER BY entry.published DESC, entry.slug`,
    )
    .all(key.kind, valueOfKey(key), reader.horizon, limit, offset)
    .map((row) => card(reader, recordOf(row)));
}

export function countOf(reader: Reader, key: ListKey): number {
  noteList(reader, key);
  const row = reader.database
    .query<{ total: number }>(
      'SELECT COUNT(*) AS total FROM listing WHERE kind = ? AND value = ? AND published <= ?',
    )
    .get(key.kind, valueOfKey(key), reader.horizon);
  return row?.total ?? 0;
}

export interface ListSummary {
  /** Slug or month that names the list among those of its kind. */
  readonly value: string;
  /** The newest spelling of its name, where it has one of its own. */
  readonly label: string | null;
  readonly total: number;
}

/** Every list of a kind that has articles, with their numbers, by value. */
export function listsOfKind(
  reader: Reader,
  kind: Exclude<ListKey['kind'], 'all'>,
): readonly ListSummary[] {
  reader.shown.add(`lists:${kind}`);
  return reader.database
    .query<ListSummary>(
      // MAX makes SQLite take the bare column "label" from the newest row of each group.
      `SELECT value, label, COUNT(*) AS total, MAX(published) AS newest FROM listing
       WHERE kind = ? AND published <= ? GROUP BY value ORDER BY value`,
    )
    .all(kind, reader.horizon)
    .map(({ value, label, total }) => ({ value, label, total }));
}

/** Every list of a kind that has articles, with the date of its newest, by value. */
export function newestOfLists(
  reader: Reader,
  kind: Exclude<ListKey['kind'], 'all'>,
): { value: string; newest: Instant }[] {
  reader.shown.add(`lists:${kind}`);
  return reader.database
    .query<{ value: string; newest: Instant | null }>(
      // From each value to the next: their rows are many more than they are.
      `WITH RECURSIVE list (value) AS (
         SELECT MIN(value) FROM listing WHERE kind = ?1
         UNION ALL
         SELECT (SELECT MIN(value) FROM listing WHERE kind = ?1 AND value > list.value)
         FROM list WHERE list.value IS NOT NULL
       )
       SELECT value, (
         SELECT published FROM listing
         WHERE kind = ?1 AND listing.value = list.value AND published <= ?2
         ORDER BY published DESC LIMIT 1
       ) AS newest FROM list WHERE value IS NOT NULL`,
    )
    .all(kind, reader.horizon)
    .flatMap(({ value, newest }) => (newest === null ? [] : [{ value, newest }]));
}

/** The newsroom's own newest articles, as far back as a moment. */
export function newestSince(reader: Reader, since: Instant, limit: number): ArticleRecord[] {
  reader.shown.add('changes:all:');
  return reader.database
    .query<CardRow>(
      `SELECT model FROM listing JOIN article ON article.id = listing.article
       WHERE kind = 'all' AND value = '' AND isCopy = 0
         AND listing.published <= ? AND listing.published >= ?
       ORDER BY listing.published DESC, listing.slug LIMIT ?`,
    )
    .all(reader.horizon, since, limit)
    .map(recordOf);
}

/** Date of the newest article; null while there is none. */
export function newestDate(reader: Reader): Instant | null {
  noteList(reader, { kind: 'all' });
  const row = reader.database
    .query<{ at: Instant | null }>(
      "SELECT MAX(published) AS at FROM listing WHERE kind = 'all' AND value = '' AND published <= ?",
    )
    .get(reader.horizon);
  return row?.at ?? null;
}

/** Name of a topic or series in its newest spelling; null where no article has it. */
export function labelOf(reader: Reader, key: ListKey): string | null {
  noteList(reader, key);
  const row = reader.database
    .query<{ label: string | null }>(
      `SELECT label FROM listing WHERE kind = ? AND value = ? AND published <= ?
       ORDER BY published DESC, slug LIMIT 1`,
    )
    .get(key.kind, valueOfKey(key), reader.horizon);
  return row?.label ?? null;
}

/** Notes that a page shows what stands in a list. */
export function noteList(reader: Reader, key: ListKey): void {
  reader.shown.add(`list:${key.kind}:${valueOfKey(key)}`);
}

/** The second part of a list's name in the archive. */
export function valueOfKey(key: ListKey): string {
  return key.kind === 'all' ? '' : key.value;
}

import type { FrontPlan } from '@/lib/content/models';
import type { Instant } from '@/lib/site/dates';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Database } from '../database';
import type { ArticleRecord } from '../records';
import { readSetting } from '../settings';
import { Footprint, type PublicChanges } from '../sync/footprint';

/** An article that waits for its time. */
export interface ScheduledArticle {
  readonly file: string;
  readonly slug: ArticleSlug;
  readonly title: string;
  readonly at: Instant;
}

/** The articles that appear after a moment, the next first. */
export function scheduled(database: Database, after: Instant): ScheduledArticle[] {
  return database
    .query<{ file: string; model: string }>(
      `SELECT a.file, a.model FROM listing l JOIN article a ON a.id = l.article
       WHERE l.kind = 'all' AND l.value = '' AND l.published > ? ORDER BY l.published, l.slug`,
    )
    .all(after)
    .map(({ file, model }) => {
      // The archive wrote this text itself, from a value of this very type.
      const { slug, title, published } = JSON.parse(model) as ArticleRecord;
      return { file, slug, title, at: published.at };
    });
}

/** When the next article appears by its date; null where none is scheduled. */
export function nextArticleMoment(database: Database, after: Instant): Instant | null {
  return first(database, NEXT_ARTICLE, after);
}

const NEXT_ARTICLE =
  "SELECT MIN(published) AS at FROM listing WHERE kind = 'all' AND value = '' AND published > ?";

/** The next moment at which readers see something else by itself; null where there is none. */
export function nextMoment(database: Database, after: Instant): Instant | null {
  const moments = [
    nextArticleMoment(database, after),
    first(database, 'SELECT MIN(at) AS at FROM correction WHERE at > ?', after),
    ...endsOfFront(database).filter((until) => until > after),
  ].filter((at) => at !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The last moment at which readers began to see something else by itself; null where there is none. */
export function lastMoment(database: Database, now: Instant): Instant | null {
  const moments = [
    first(
      database,
      "SELECT MAX(published) AS at FROM listing WHERE kind = 'all' AND value = '' AND published <= ?",
      now,
    ),
    first(database, 'SELECT MAX(at) AS at FROM correction WHERE at <= ?', now),
    ...endsOfFront(database).filter((until) => until <= now),
  ].filter((at) => at !== null);
  return moments.length === 0 ? null : Math.max(...moments);
}

/** What readers see otherwise at a later moment, or at an earlier one where the clock was set back. */
export function changesOfTime(database: Database, from: Instant, to: Instant): PublicChanges {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const files = database
    .query<{ file: string }>(
      `SELECT a.file FROM listing l JOIN article a ON a.id = l.article
       WHERE l.kind = 'all' AND l.value = '' AND l.published > ? AND l.published <= ?`,
    )
    .all(start, end);
  const footprint = new Footprint(database, from, files.length);
  for (const { file } of files) footprint.remember(file);
  const changes = footprint.changes(to);
  const shown = new Set(changes.shown);
  if (endsOfFront(database).some((until) => until > start && until <= end)) shown.add('front');
  const corrected = first(
    database,
    'SELECT MIN(at) AS at FROM correction WHERE at > ? AND at <= ?',
    start,
    end,
  );
  if (corrected !== null) shown.add('corrections');
  return { ...changes, shown };
}

function endsOfFront(database: Database): Instant[] {
  const plan: FrontPlan | undefined = readSetting(database, 'front');
  const picks = plan ? [plan.lead, ...plan.pinned] : [];
  return picks.flatMap((pick) => pick?.until ?? []);
}

function first(database: Database, sql: string, ...values: number[]): Instant | null {
  return database.query<{ at: Instant | null }>(sql).get(...values)?.at ?? null;
}

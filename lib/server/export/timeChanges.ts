import type { Database } from '@/lib/archive/database';
import { changesOfTime } from '@/lib/archive/queries/schedule';
import type { Shown } from '@/lib/archive/shown';
import { type Instant, yearsSince } from '@/lib/site/dates';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
/** An anniversary is at most this far from a mean one: leap days, and zones. */
const SLACK = 2 * DAY;

/** What readers see otherwise at a later moment, though nobody changed anything, in files that say no relative dates. */
export function changesBetween(
  database: Database,
  from: Instant,
  to: Instant,
  timeZone: string,
): Set<Shown> {
  if (from === to) return new Set();
  const shown = new Set(changesOfTime(database, from, to).shown);
  for (const slug of anniversaries(database, from, to, timeZone)) shown.add(`article:${slug}`);
  return shown;
}

/** Articles that are a year older by now: pages say how old an article is. */
function anniversaries(
  database: Database,
  from: Instant,
  to: Instant,
  timeZone: string,
): Set<string> {
  const first = database
    .query<{ at: Instant | null }>(
      "SELECT MIN(published) AS at FROM listing WHERE kind = 'all' AND value = ''",
    )
    .get()?.at;
  const found = new Set<string>();
  if (first == null) return found;
  for (let years = 1; to - years * YEAR + SLACK >= first; years += 1) {
    const rows = database
      .query<{ slug: string; published: Instant }>(
        `SELECT slug, published FROM listing
         WHERE kind = 'all' AND value = '' AND published > ? AND published <= ?`,
      )
      .all(Math.min(from, to) - years * YEAR - SLACK, Math.max(from, to) - years * YEAR + SLACK);
    for (const { slug, published } of rows) {
      const age = (now: Instant) => yearsSince(published, now, timeZone);
      if (age(from) !== age(to)) found.add(slug);
    }
  }
  return found;
}

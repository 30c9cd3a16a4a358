import type { Instant } from '@/lib/site/dates';
import type { ArticleRecord } from './records';

/**
 * When readers were last told of a change of an article: by an update, or by a correction.
 * @param until what is announced for later has not happened yet
 */
export function lastChange(
  { published, updated, corrections }: Pick<ArticleRecord, 'published' | 'updated' | 'corrections'>,
  until = Number.POSITIVE_INFINITY,
): Instant {
  const dates = [updated, ...corrections.map(({ date }) => date)];
  const past = dates.flatMap((date) => (date !== null && date.at <= until ? date.at : []));
  return Math.max(published.at, ...past);
}

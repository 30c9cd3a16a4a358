import type { Instant } from '@/lib/site/dates';
import type { ArticleRecord } from './records';

/** When readers were last told of a change of an article: by an update, or by a correction. */
export function lastChange({
  published,
  updated,
  corrections,
}: Pick<ArticleRecord, 'published' | 'updated' | 'corrections'>): Instant {
  const dates = [updated, ...corrections.map(({ date }) => date)];
  return Math.max(published.at, ...dates.map((date) => date?.at ?? published.at));
}

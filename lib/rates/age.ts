import { type CalendarDate, dayNumber } from './dates';

/** Whether a figure is still today's news. */
export type Age = 'fresh' | 'stale' | 'expired';

/** A weekend with a holiday beside it. */
export const FRESH_DAYS = 4;
/** Beyond two weeks a figure says nothing about the present rate. */
export const STALE_DAYS = 14;

/**
 * Age of an observation in calendar days: fresh to 4 days, stale to 14, then expired.
 * A rate that holds from tomorrow on is fresh.
 * @param today day number of the date that the reader's clock shows
 */
export function ageOn(today: number, date: CalendarDate): Age {
  const days = today - dayNumber(date);
  if (days <= FRESH_DAYS) return 'fresh';
  return days <= STALE_DAYS ? 'stale' : 'expired';
}

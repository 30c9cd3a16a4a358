import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { STALE_DAYS } from './age';
import { type CalendarDate, dayNumber } from './dates';
import type { Decimal } from './decimal';
import type { RateHistory } from './observations';
import type { Source } from './sources';

/** What a currency was worth on a day, and who said so. */
export interface DayRate {
  /** Local units for one US dollar. */
  readonly rate: Decimal;
  /** The day of the observation, which may be up to two weeks before the day asked for. */
  readonly date: CalendarDate;
  readonly source: Source;
}

export interface KnownRates {
  readonly history: RateHistory;
  readonly sources: readonly Source[];
}

/**
 * The rate that held on a day: a peg in force, or else the newest observation of the 14 days up to
 * it. Undefined where there is none: an older figure says nothing about the day.
 */
export function rateOn(
  { history, sources }: KnownRates,
  quote: CurrencyCode,
  date: CalendarDate,
): DayRate | undefined {
  for (const source of sources) {
    if (source.kind === 'peg' && source.quote === quote && source.since <= date) {
      return { rate: source.rate, date, source };
    }
  }
  const observation = history.onOrBefore(quote, date);
  if (!observation || dayNumber(date) - dayNumber(observation.date) > STALE_DAYS) return undefined;
  const source = sources.find(({ id }) => id === observation.source);
  return source && { rate: observation.rate, date: observation.date, source };
}

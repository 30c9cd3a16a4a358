import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { TickerDirection } from '@/lib/site/identity';
import { STALE_DAYS } from './age';
import { type CalendarDate, dayNumber } from './dates';
import type { Decimal } from './decimal';
import type { Observation } from './observations';
import { type Change, movement, quotedValue, type TickerQuote, tickerQuotes } from './quote';
import type { KnownRates } from './rateOn';

/** A figure of a day. */
export interface Point {
  readonly date: CalendarDate;
  readonly value: number;
}

/** A currency in the table of all. */
export interface RateOverview {
  readonly code: CurrencyCode;
  readonly quote: TickerQuote;
  /** Local units for one US dollar; null where there is no figure. */
  readonly rate: Decimal | null;
  /** Changes of the quoted value up to the newest figure, within its source. */
  readonly changes: { readonly day: Change; readonly week: Change; readonly month: Change };
  /** The quoted value over the month up to the newest figure, oldest first. */
  readonly trend: readonly Point[];
}

const WEEK = 7;
const MONTH = 30;
const NONE: Change = { kind: 'none' };

/** The five currencies as a page shows them. */
export function rateOverviews(
  rates: KnownRates,
  now: Date,
  direction: TickerDirection,
  timeZone: string,
): RateOverview[] {
  const quotes = tickerQuotes(rates.history, rates.sources, now, direction, timeZone);
  return quotes.map((quote): RateOverview => {
    const { code } = quote;
    if (quote.kind === 'fixed') {
      const { change } = quote;
      const changes = { day: change, week: change, month: change };
      return { code, quote, rate: quote.source.rate, changes, trend: [] };
    }
    if (quote.kind === 'missing') {
      const changes = { day: NONE, week: NONE, month: NONE };
      return { code, quote, rate: null, changes, trend: [] };
    }
    const series = rates.history.series(code);
    const latest = series.at(-1);
    return {
      code,
      quote,
      rate: latest?.rate ?? null,
      changes: {
        day: quote.change,
        week: changeOver(series, WEEK, direction),
        month: changeOver(series, MONTH, direction),
      },
      trend: lastDays(series, MONTH).map(({ date, rate }) => {
        return { date, value: quotedValue(rate, direction) };
      }),
    };
  });
}

/** The observations of so many days up to the newest, both ends included. */
export function lastDays(series: readonly Observation[], days: number): readonly Observation[] {
  const latest = series.at(-1);
  if (!latest) return [];
  const first = dayNumber(latest.date) - days;
  return series.filter(({ date }) => dayNumber(date) >= first);
}

/** From the figure that held so many days before the newest; none where that is not known. */
function changeOver(
  series: readonly Observation[],
  days: number,
  direction: TickerDirection,
): Change {
  const latest = series.at(-1);
  if (!latest) return NONE;
  const start = dayNumber(latest.date) - days;
  const before = series.findLast(({ date }) => dayNumber(date) <= start);
  if (!before || start - dayNumber(before.date) > STALE_DAYS) return NONE;
  return movement(before, latest, direction);
}

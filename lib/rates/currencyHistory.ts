import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { Observation } from './observations';
import { lastDays } from './overview';
import type { KnownRates } from './rateOn';
import type { ObservedSource } from './sources';

/** The figures of one currency that a page draws, all of one source. */
export interface CurrencyHistory {
  readonly source: ObservedSource;
  /** Oldest first; never empty. */
  readonly shown: readonly Observation[];
  readonly high: Observation;
  readonly low: Observation;
  /** Days for which there are figures in all. */
  readonly days: number;
  readonly first: Observation;
}

/** A quarter of a year. */
const SHOWN_DAYS = 91;

/** Null where nothing is known of a currency, as of one that is fixed. */
export function currencyHistory(
  { history, sources }: KnownRates,
  code: CurrencyCode,
): CurrencyHistory | null {
  const series = history.series(code);
  const [first] = series;
  const shown = lastDays(series, SHOWN_DAYS);
  const [start] = shown;
  const source = sources.find(({ id }) => id === first?.source);
  if (!first || !start || !source || source.kind === 'peg') return null;
  let high = start;
  let low = start;
  for (const observation of shown) {
    // Of equal figures the newest is named.
    if (Number(observation.rate) >= Number(high.rate)) high = observation;
    if (Number(observation.rate) <= Number(low.rate)) low = observation;
  }
  return { source, shown, high, low, days: series.length, first };
}

import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { FRESH_DAYS } from './age';
import { type CalendarDate, dayNumber } from './dates';
import type { Decimal } from './decimal';

/** What one source said a currency was worth on one day. */
export interface Observation {
  /** Id of the source. */
  readonly source: string;
  readonly quote: CurrencyCode;
  /** The day for which the rate holds, which is not the day it was fetched. */
  readonly date: CalendarDate;
  /** Local units for one US dollar. */
  readonly rate: Decimal;
  /** Id of the provider that passed it on, or another word for where it came from. */
  readonly via?: string;
}

type Series = readonly Observation[];

/**
 * All known observations, oldest first within each source and currency. Immutable.
 * Rates of two sources are never compared or joined: they differ by more than a day's move.
 */
export class RateHistory {
  readonly #bySource: ReadonlyMap<CurrencyCode, ReadonlyMap<string, Series>>;
  readonly #chosen: ReadonlyMap<CurrencyCode, string>;

  /**
   * @param observations in any order of dates; the sources in order of preference, by where
   *   each appears first
   * @param chosen id of the source that answered last for a currency: it is shown as long as no
   *   other has a figure that is newer by more than a long weekend
   * @throws RangeError if a source has two observations of one currency for the same day
   */
  constructor(
    observations: Iterable<Observation>,
    chosen: ReadonlyMap<CurrencyCode, string> = new Map(),
  ) {
    this.#chosen = chosen;
    const gathered = new Map<CurrencyCode, Map<string, Observation[]>>();
    for (const observation of observations) {
      const bySource = gathered.get(observation.quote) ?? new Map<string, Observation[]>();
      gathered.set(observation.quote, bySource);
      const series = bySource.get(observation.source) ?? [];
      bySource.set(observation.source, series);
      series.push(observation);
    }
    for (const bySource of gathered.values()) {
      for (const series of bySource.values()) settle(series);
    }
    this.#bySource = gathered;
  }

  /** The newest observation of a currency from the source that is shown. */
  latest(quote: CurrencyCode): Observation | undefined {
    return this.series(quote).at(-1);
  }

  /** The observation of the same source and currency for the nearest earlier day. */
  previous(observation: Observation): Observation | undefined {
    return this.#bySource
      .get(observation.quote)
      ?.get(observation.source)
      ?.findLast(({ date }) => date < observation.date);
  }

  /**
   * The newest observation of a currency that is not of a later day than `date`; of one day, that
   * of the preferred source.
   */
  onOrBefore(quote: CurrencyCode, date: CalendarDate): Observation | undefined {
    let found: Observation | undefined;
    for (const series of this.#bySource.get(quote)?.values() ?? []) {
      const candidate = series.findLast((observation) => observation.date <= date);
      if (candidate && candidate.date > (found?.date ?? '')) found = candidate;
    }
    return found;
  }

  /**
   * Oldest first, all observations of a currency from the source that is shown: the chosen one, or
   * else the one that has the latest; on the same day, the preferred one.
   */
  series(quote: CurrencyCode): Series {
    const bySource = this.#bySource.get(quote);
    let newest: Series = [];
    for (const series of bySource?.values() ?? []) {
      if (newestDate(series) > newestDate(newest)) newest = series;
    }
    const last = newest.at(-1);
    const own = bySource?.get(this.#chosen.get(quote) ?? '');
    const ownLast = own?.at(-1);
    if (!own || !ownLast || !last) return newest;
    return dayNumber(last.date) - dayNumber(ownLast.date) <= FRESH_DAYS ? own : newest;
  }
}

function newestDate(series: Series): string {
  return series.at(-1)?.date ?? '';
}

function settle(series: Observation[]): void {
  series.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const [index, { source, quote, date }] of series.entries()) {
    if (series[index + 1]?.date === date) {
      throw new RangeError(`two observations of ${quote} by ${source} for ${date}`);
    }
  }
  Object.freeze(series);
}

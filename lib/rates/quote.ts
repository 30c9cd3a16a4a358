import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import type { TickerDirection } from '@/lib/site/identity';
import { type Age, ageOn, STALE_DAYS } from './age';
import { type CalendarDate, dayNumber, dayNumberIn } from './dates';
import type { Decimal } from './decimal';
import { type ChangeDirection, changeDirection, formatOfficial, formatRate } from './format';
import type { Observation, RateHistory } from './observations';
import type { ObservedSource, PegSource, Source } from './sources';

/** How a rate stands to the one of the source's day before. */
export type Change =
  | {
      readonly kind: 'moved';
      /** In percent, not rounded. */
      readonly percent: number;
      /** As far as two decimals show. */
      readonly direction: ChangeDirection;
    }
  /** There is nothing to compare with. */
  | { readonly kind: 'none' }
  /** The rate is a peg. */
  | { readonly kind: 'fixed' };

interface Figures {
  /** Such as `KGS/USD`: the second for one of the first. */
  readonly pair: string;
  readonly code: CurrencyCode;
  /** Formatted. */
  readonly rate: string;
  /** The same the other way round: `1 USD = 12,194.21 UZS`. */
  readonly inverse: string;
}

export interface ObservedQuote extends Figures {
  readonly kind: 'observed';
  readonly change: Extract<Change, { kind: 'moved' | 'none' }>;
  readonly age: Age;
  readonly date: CalendarDate;
  readonly source: ObservedSource;
  /** Name of the provider that passed the figure on; null where it came from the source itself. */
  readonly via: string | null;
}

export interface FixedQuote extends Figures {
  readonly kind: 'fixed';
  readonly change: Extract<Change, { kind: 'fixed' }>;
  readonly since: CalendarDate;
  readonly source: PegSource;
}

export interface MissingQuote extends Pick<Figures, 'pair' | 'code'> {
  readonly kind: 'missing';
}

/** One item of the ticker. */
export type TickerQuote = ObservedQuote | FixedQuote | MissingQuote;

/**
 * The ticker's items: always one for each currency, in the order of the table of currencies.
 * A peg that is in force wins over observations, which only wobble around it.
 * @param timeZone IANA name of the zone in which days are counted
 */
export function tickerQuotes(
  history: RateHistory,
  sources: readonly Source[],
  now: Date,
  direction: TickerDirection,
  timeZone: string,
): TickerQuote[] {
  const today = dayNumberIn(now, timeZone);
  return CURRENCY_CODES.map((code): TickerQuote => {
    const peg = pegOf(sources, code, today);
    if (peg) return fixedQuote(peg, direction);
    const latest = history.latest(code);
    const source = sources.find(
      (known): known is ObservedSource => known.kind !== 'peg' && known.id === latest?.source,
    );
    // A figure whose source nobody can name is not shown.
    if (!latest || !source) return { kind: 'missing', pair: pairOf(code, direction), code };
    return {
      kind: 'observed',
      ...figures(code, latest.rate, direction),
      change: changeBetween(history.previous(latest), latest, direction),
      age: ageOn(today, latest.date),
      date: latest.date,
      source,
      via: passedOnBy(latest),
    };
  });
}

/** The peg of a currency that is in force. @param today day number */
export function pegOf(
  sources: readonly Source[],
  code: CurrencyCode,
  today: number,
): PegSource | undefined {
  return sources.find(
    (source): source is PegSource =>
      source.kind === 'peg' && source.quote === code && dayNumber(source.since) <= today,
  );
}

/** The currencies whose rate is fixed at an instant, by the calendar of UTC. */
export function fixedCurrencies(sources: readonly Source[], now: Date): CurrencyCode[] {
  const today = dayNumberIn(now, 'UTC');
  return CURRENCY_CODES.filter((code) => pegOf(sources, code, today) !== undefined);
}

/** Providers that pass on the figures of others. */
const PASSING_ON: ReadonlyMap<string, string> = new Map([['frankfurter', 'Frankfurter']]);

function passedOnBy({ via }: Observation): string | null {
  return PASSING_ON.get(via ?? '') ?? null;
}

function fixedQuote(peg: PegSource, direction: TickerDirection): FixedQuote {
  return {
    kind: 'fixed',
    ...figures(peg.quote, peg.rate, direction),
    change: { kind: 'fixed' },
    since: peg.since,
    source: peg,
  };
}

function figures(code: CurrencyCode, rate: Decimal, direction: TickerDirection): Figures {
  const local = formatOfficial(rate);
  const dollars = formatRate(1 / Number(rate));
  const pair = pairOf(code, direction);
  return direction === 'local-usd'
    ? { pair, code, rate: dollars, inverse: `1 USD = ${local} ${code}` }
    : { pair, code, rate: formatRate(Number(rate)), inverse: `1 ${code} = ${dollars} USD` };
}

function pairOf(code: CurrencyCode, direction: TickerDirection): string {
  return direction === 'local-usd' ? `${code}/USD` : `USD/${code}`;
}

/**
 * Change of the quoted value from one observation to another of the same source. A figure of more
 * than two weeks before is none to compare with: it would pass for the move of a day.
 */
export function changeBetween(
  before: Observation | undefined,
  after: Observation,
  direction: TickerDirection,
): ObservedQuote['change'] {
  if (!before || dayNumber(after.date) - dayNumber(before.date) > STALE_DAYS) {
    return { kind: 'none' };
  }
  return movement(before, after, direction);
}

/** The same over any time. */
export function movement(
  before: Observation,
  after: Observation,
  direction: TickerDirection,
): Extract<Change, { kind: 'moved' }> {
  // A rise of one currency is not an equal fall of the other, so the sign alone is never turned.
  const from = quotedValue(before.rate, direction);
  const to = quotedValue(after.rate, direction);
  const percent = ((to - from) / from) * 100;
  return { kind: 'moved', percent, direction: changeDirection(percent) };
}

/** A rate as the site quotes it: dollars for one local unit, or local units for one dollar. */
export function quotedValue(rate: Decimal, direction: TickerDirection): number {
  return direction === 'local-usd' ? 1 / Number(rate) : Number(rate);
}

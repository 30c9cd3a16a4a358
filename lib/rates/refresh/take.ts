import { FRESH_DAYS } from '../age';
import { type CalendarDate, dayNumber, lastPossibleDay } from '../dates';
import type { RawRate } from '../providers/provider';
import { type Quarantined, quarantine, quarantined, release } from '../store/quarantine';
import type { RateStore, Via } from '../store/rateStore';
import { agree, judgeMove, type Reading, readRow } from './judge';

/** What became of one row. */
export interface RowReport {
  readonly source: string;
  readonly quote: string;
  readonly date: string;
  /** As it came. */
  readonly value: string;
  readonly fate: 'new' | 'same' | 'revised' | 'refused' | 'held';
  /** Why it was refused or held, or what is remarkable about it. */
  readonly remark: string | null;
}

/** A figure that the same source still gives after this time is believed, in milliseconds. */
const SURVIVAL = 6 * 3_600_000;

/**
 * Takes the rows of one answer about one currency into the store, as far as they can be believed;
 * what is refused leaves what is stored as it is. To be called within a transaction.
 * @param now milliseconds since 1970
 */
export function take(
  store: RateStore,
  rows: readonly RawRate[],
  via: Via,
  now: number,
): RowReport[] {
  const lastDay = lastPossibleDay(new Date(now));
  const reports: RowReport[] = [];
  const readings: Reading[] = [];
  for (const row of rows) {
    const reading = readRow(row, lastDay);
    if (reading.ok) readings.push(reading.reading);
    else reports.push(report(row, row.value, 'refused', reading.reason));
  }
  readings.sort((a, b) => (a.date < b.date ? -1 : 1));
  const newest = readings.at(-1);
  if (!newest) return reports;
  const stored = store.newest(newest.source, newest.quote);
  if (stored && newest.date < stored.date) {
    const reason = `the date went back: there is a rate of ${stored.date} already`;
    const old = readings.filter((reading) => !isStored(store, reading));
    return [...reports, ...old.map((one) => report(one, one.rate, 'refused', reason))];
  }
  const taking = new Taking(store, via, now);
  for (const [index, reading] of readings.entries()) {
    reports.push(taking.take(reading, readings[index + 1]));
  }
  return reports;
}

function isStored(store: RateStore, { source, quote, date, rate }: Reading): boolean {
  return Number(store.at(source, quote, date)?.rate) === Number(rate);
}

/** The rows of one answer, oldest first. */
class Taking {
  readonly #store: RateStore;
  readonly #via: Via;
  readonly #now: number;

  constructor(store: RateStore, via: Via, now: number) {
    this.#store = store;
    this.#via = via;
    this.#now = now;
  }

  /** @param next the row of the next day in the same answer */
  take(reading: Reading, next: Reading | undefined): RowReport {
    const { source, quote, date, rate } = reading;
    if (isStored(this.#store, reading)) return report(reading, rate, 'same', null);
    const before = this.#store.newest(source, quote, date) ?? this.#store.at(source, quote, date);
    const move = judgeMove(before, reading);
    if (move.kind === 'ordinary') return this.#put(reading, null);
    const moved = `moved by ${move.percent.toFixed(1)}% since ${before?.date}`;
    if (move.kind === 'remarkable') return this.#put(reading, moved);
    const support = this.#supportOf(reading, next);
    if (support !== null) return this.#put(reading, `${moved}; ${support}`);
    this.#hold(reading);
    return report(reading, rate, 'held', `${moved}; held until it is confirmed`);
  }

  #put(reading: Reading, remark: string | null): RowReport {
    const { source, quote, rate, nominal } = reading;
    const fate = this.#store.put({ ...reading, via: this.#via, nominal, fetchedAt: this.#now });
    const held = heldOf(this.#store, source, quote);
    if (held && held.date <= reading.date) release(this.#store, source, quote);
    return report(reading, rate, fate, remark);
  }

  /** Why a figure that moved far is believed all the same; null where it is not. */
  #supportOf(reading: Reading, next: Reading | undefined): string | null {
    const held = heldOf(this.#store, reading.source, reading.quote);
    if (held && agree(held.rate, reading.rate) && this.#now - held.firstSeen >= SURVIVAL) {
      return 'still given six hours after it was first seen';
    }
    // History that is fetched for the first time: a level that lasted is no slip.
    if (next && this.#isFirstFetch(reading) && agree(next.rate, reading.rate)) {
      return 'the next day agrees';
    }
    return independentSupport(this.#store, reading);
  }

  #isFirstFetch({ source, quote }: Reading): boolean {
    const newest = this.#store.newest(source, quote);
    return newest?.fetchedAt === this.#now && newest.via === this.#via;
  }

  #hold(reading: Reading): void {
    const { source, quote, date, rate, nominal } = reading;
    const held = heldOf(this.#store, source, quote);
    const firstSeen = held && agree(held.rate, rate) ? held.firstSeen : this.#now;
    const lastSeen = this.#now;
    quarantine(this.#store, {
      source,
      quote,
      date,
      rate,
      via: this.#via,
      nominal,
      firstSeen,
      lastSeen,
    });
  }
}

function heldOf(store: RateStore, source: string, quote: string): Quarantined | undefined {
  return quarantined(store).find((one) => one.source === source && one.quote === quote);
}

type Figure = Pick<Reading, 'quote' | 'date' | 'rate'> & { readonly source: string };

/** Another source that says the same of about the same day. */
function independentSupport(store: RateStore, figure: Figure): string | null {
  const others = [
    ...store.newestOfOthers(figure.quote, figure.source),
    ...quarantined(store).filter(
      ({ source, quote }) => quote === figure.quote && source !== figure.source,
    ),
  ];
  const witness = others.find(
    ({ date, rate }) => isNear(date, figure.date) && agree(rate, figure.rate),
  );
  return witness ? `${witness.source} agrees` : null;
}

function isNear(one: CalendarDate, other: CalendarDate): boolean {
  return Math.abs(dayNumber(one) - dayNumber(other)) <= FRESH_DAYS;
}

/**
 * Takes what is held back and is meanwhile confirmed by another source. To be called within a
 * transaction.
 * @param now milliseconds since 1970
 */
export function releaseConfirmed(store: RateStore, now: number): RowReport[] {
  return quarantined(store).flatMap((held) => {
    const support = independentSupport(store, held);
    if (support === null) return [];
    const { source, quote, date, rate, via, nominal } = held;
    release(store, source, quote);
    const newest = store.newest(source, quote);
    if (newest && newest.date > date) return [];
    const fate = store.put({ source, quote, date, rate, via, nominal, fetchedAt: now });
    return [report(held, rate, fate, `held since it moved far; ${support}`)];
  });
}

function report(
  { source, quote, date }: Pick<RowReport, 'source' | 'quote' | 'date'>,
  value: string,
  fate: RowReport['fate'],
  remark: string | null,
): RowReport {
  return { source, quote, date, value, fate, remark };
}

import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { STALE_DAYS } from '../age';
import { CURRENCIES, isPlausible } from '../currencies';
import { type CalendarDate, dayNumber, isCalendarDate } from '../dates';
import { type Decimal, isDecimal } from '../decimal';
import type { RawRate } from '../providers/provider';

/** Shares of the value before. The largest daily move in three years was 3.04%. */
const REMARKABLE = 0.03;
const UNBELIEVABLE = 0.08;

/** A row of an answer that is a sound figure in itself. */
export interface Reading {
  readonly source: RawRate['source'];
  readonly quote: CurrencyCode;
  readonly date: CalendarDate;
  /** Local units for one US dollar. */
  readonly rate: Decimal;
  /** US dollars that the source's own figure was for. */
  readonly nominal: number;
}

export type RowReading =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a row of an answer: every part has to be there and to make sense by itself. A nominal that
 * is missing is never taken for one: a sum that is quoted by the hundred would be a hundred times
 * too high.
 * @param lastDay day number of the last date that can be true
 */
export function readRow(
  { source, quote, date, value, nominal }: RawRate,
  lastDay: number,
): RowReading {
  if (!isCalendarDate(date)) return refuse(`"${date}" is no date`);
  if (dayNumber(date) > lastDay) return refuse(`${date} has not come yet`);
  if (nominal === undefined) return refuse('the number of units that the rate is for is missing');
  if (!/^[1-9]\d{0,6}$/.test(nominal)) return refuse(`"${nominal}" is no number of units`);
  const rate = perUnit(value, nominal);
  if (rate === undefined) return refuse(`"${value}" is no rate`);
  if (!isPlausible(quote, rate)) {
    const { least, most } = CURRENCIES[quote].band;
    return refuse(`${rate} ${quote} for a dollar is not plausible (${least} to ${most} is)`);
  }
  return { ok: true, reading: { source, quote, date, rate, nominal: Number(nominal) } };
}

function refuse(reason: string): RowReading {
  return { ok: false, reason };
}

/** Divides by a nominal; by a power of ten without losing a digit. */
function perUnit(value: string, nominal: string): Decimal | undefined {
  const text = value.trim();
  if (!isDecimal(text)) return undefined;
  if (nominal === '1') return text;
  const zeros = /^10+$/.test(nominal) ? nominal.length - 1 : undefined;
  const divided = zeros === undefined ? divide(text, nominal) : shift(text, zeros);
  return isDecimal(divided) ? divided : undefined;
}

function shift(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const padded = whole.padStart(places + 1, '0');
  const point = padded.length - places;
  return `${padded.slice(0, point)}.${padded.slice(point)}${fraction}`;
}

/** Twelve significant digits are more than any bank gives. */
function divide(text: string, nominal: string): string {
  return String(Number((Number(text) / Number(nominal)).toPrecision(12)));
}

/** How a figure stands to the one before it, as far as that says anything. */
export type Move =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'remarkable' | 'unbelievable'; readonly percent: number };

/**
 * Judges a move from an earlier figure of the same source; one of more than two weeks before says
 * nothing.
 */
export function judgeMove(
  before: { readonly date: CalendarDate; readonly rate: Decimal } | undefined,
  after: { readonly date: CalendarDate; readonly rate: Decimal },
): Move {
  if (!before || dayNumber(after.date) - dayNumber(before.date) > STALE_DAYS) {
    return { kind: 'ordinary' };
  }
  const share = Number(after.rate) / Number(before.rate) - 1;
  const percent = share * 100;
  if (Math.abs(share) > UNBELIEVABLE) return { kind: 'unbelievable', percent };
  return Math.abs(share) > REMARKABLE ? { kind: 'remarkable', percent } : { kind: 'ordinary' };
}

/** Figures of two sources, or of one at two times, that mean the same. */
const AGREEMENT = 0.02;

export function agree(one: Decimal, other: Decimal): boolean {
  return Math.abs(Number(one) / Number(other) - 1) <= AGREEMENT;
}

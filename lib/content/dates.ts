import { TZDate } from '@date-fns/tz';
import type { DatePrecision, Instant } from '@/lib/site/dates';

export type DateReading =
  | { readonly ok: true; readonly instant: Instant; readonly precision: DatePrecision }
  | { readonly ok: false; readonly message: string };

/** The forms that are read; whether a day or a time exists is not part of it. */
export const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/;

const HOW = 'write 2026-11-22 or 2026-11-22T09:00:00+05:00';
const MINUTE = 60_000;

/**
 * Reads an ISO 8601 date or timestamp (the calendar forms of RFC 3339, with a space allowed for
 * the T). Without an offset it is a wall clock time of the given IANA time zone; a date alone is
 * the start of that day there. Impossible dates and times are refused, never carried over.
 */
export function readDate(text: string, timeZone: string): DateReading {
  const match = DATE.exec(text.trim());
  if (!match) return { ok: false, message: `"${text}" is not a date; ${HOW}.` };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const hasTime = match[4] !== undefined;
  const offset = match[8];
  if (offset !== undefined && !hasTime) {
    return { ok: false, message: `"${text}" has an offset but no time; ${HOW}.` };
  }
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!isCalendarDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    return {
      ok: false,
      message: `"${text}" does not exist in the calendar or on the clock; ${HOW}.`,
    };
  }
  const precision = hasTime ? 'minute' : 'day';
  const fraction = milliseconds(match[7] ?? '');
  if (offset === undefined) {
    const reading = readWallClock(text, wall, timeZone, precision);
    return reading.ok ? { ...reading, instant: reading.instant + fraction } : reading;
  }
  const minutes = offsetMinutes(offset);
  if (minutes === undefined)
    return { ok: false, message: `"${offset}" is not a time offset; ${HOW}.` };
  return { ok: true, instant: wall - minutes * MINUTE + fraction, precision };
}

/** Of the digits after the point of seconds: a part of a millisecond counts as a whole one, since nothing may be early. */
function milliseconds(digits: string): number {
  const whole = Number(digits.slice(0, 3).padEnd(3, '0'));
  return /[1-9]/.test(digits.slice(3)) ? whole + 1 : whole;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Largest offset in use is +14:00 (Kiribati). */
function offsetMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const digits = text.replace(/\D/g, '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function readWallClock(
  text: string,
  wall: number,
  timeZone: string,
  precision: DatePrecision,
): DateReading {
  const utc = new Date(wall);
  const zoned = new TZDate(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
    timeZone,
  );
  const skipped =
    zoned.getHours() !== utc.getUTCHours() || zoned.getMinutes() !== utc.getUTCMinutes();
  if (skipped && precision === 'minute') {
    return {
      ok: false,
      message: `"${text}" was skipped by a change of the clocks in ${timeZone}; give it an offset such as +05:00.`,
    };
  }
  return { ok: true, instant: zoned.getTime(), precision };
}

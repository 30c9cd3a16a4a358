import { tz, tzOffset } from '@date-fns/tz';
import { differenceInYears } from 'date-fns';
import { CALENDAR_WORDS, type CalendarWords } from './dateWords/calendar';
import { dateLanguage } from './dateWords/dateLanguage';
import type { Month } from './routes';

/** Instants are milliseconds since 1970-01-01T00:00Z throughout the program. */
export type Instant = number;

/** Whether a date was given with a time of day, or names a day alone. */
export type DatePrecision = 'day' | 'minute';

export interface DateContext {
  /** BCP 47 tag. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
}

const MINUTE = 60_000;

/** Whole years between a date and now, by the calendar of a time zone. */
export function yearsSince(date: Instant, now: Instant, timeZone: string): number {
  return differenceInYears(now, date, { in: tz(timeZone) });
}

/** Absolute date such as "29 April 2025", in the site's time zone. */
export function longDate(date: Instant, { language, timeZone }: DateContext): string {
  const wall = wallClock(date, offsetAt(date, timeZone));
  const { months, day } = calendarWords(language);
  return fill(day, wall, months);
}

/** The same without the year, such as "29 April". */
export function shortDate(date: Instant, { language, timeZone }: DateContext): string {
  const { months, dayMonth } = calendarWords(language);
  return fill(dayMonth, wallClock(date, offsetAt(date, timeZone)), months);
}

/** Date with time and zone such as "29 April 2025, 15:10 GMT+5". */
export function dateline(date: Instant, precision: DatePrecision, context: DateContext): string {
  const day = longDate(date, context);
  if (precision === 'day') return day;
  const offset = offsetAt(date, context.timeZone);
  return `${day}, ${wallClock(date, offset).slice(11, 16)} ${zoneName(offset)}`;
}

/** Month and year such as "April 2025". */
export function monthLabel(value: Month, language: string): string {
  const { months, alone = months, month } = calendarWords(language);
  return fill(month, `${value}-01`, alone);
}

function calendarWords(language: string): CalendarWords {
  const words = CALENDAR_WORDS[dateLanguage(language, language)];
  if (!words) throw new Error(`There are no words for dates in the language "${language}"`);
  return words;
}

/** @param wall what a clock and a calendar show, beginning with `YYYY-MM-DD` */
function fill(pattern: string, wall: string, months: string): string {
  const [year = '', month = '', day = ''] = wall.slice(0, 10).split('-');
  const name = months.split(' ')[Number(month) - 1] ?? '';
  const values: Readonly<Record<string, string>> = { Y: year, M: name, D: String(Number(day)) };
  return pattern.replace(/[YMD]/g, (letter) => values[letter] ?? letter);
}

/** A zone as clocks are compared with: "GMT", "GMT+5", "GMT+5:30". */
function zoneName(offset: number): string {
  if (offset === 0) return 'GMT';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `GMT${offset < 0 ? '-' : '+'}${hours}${rest}`;
}

/** The month in which an instant falls in a time zone. */
export function monthOf(date: Instant, timeZone: string): Month {
  return wallClock(date, offsetAt(date, timeZone)).slice(0, 7) as Month;
}

/**
 * Value for the datetime attribute of `<time>`: a date alone or a full timestamp with the
 * zone's offset (HTML Standard, "valid date string" and "valid global date and time string").
 */
export function machineDate(date: Instant, precision: DatePrecision, timeZone: string): string {
  const offset = offsetAt(date, timeZone);
  const wall = wallClock(date, offset);
  return precision === 'day' ? wall.slice(0, 10) : wall.slice(0, 19) + offsetText(offset);
}

/** Whole minutes that clocks in a time zone are ahead of UTC; the local times of long ago had seconds. */
function offsetAt(date: Instant, timeZone: string): number {
  return Math.trunc(tzOffset(timeZone, new Date(date)));
}

/** What a clock with an offset shows, as `YYYY-MM-DDTHH:MM:SS.sssZ`, the Z being meaningless. */
function wallClock(date: Instant, offset: number): string {
  return new Date(date + offset * MINUTE).toISOString();
}

/** An offset such as `+05:00`. */
function offsetText(offset: number): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  const ahead = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`;
}

import { tz, tzOffset } from '@date-fns/tz';
import { utc } from '@date-fns/utc';
import { differenceInYears, formatDistance } from 'date-fns';
import { messagesFor } from './messages';
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

/** Relative label such as "2 months ago": a pure function of the date and of now. */
export function relativeLabel(date: Instant, now: Instant, language: string): string {
  const { dateLocale } = messagesFor(language);
  // In a zone of its own: date-fns would count in that of the machine, with its changes of clock.
  return formatDistance(date, now, { addSuffix: true, locale: dateLocale, in: utc });
}

/** Whole years between a date and now, by the calendar of a time zone. */
export function yearsSince(date: Instant, now: Instant, timeZone: string): number {
  return differenceInYears(now, date, { in: tz(timeZone) });
}

/** Absolute date such as "29 April 2025", in the site's time zone. */
export function longDate(date: Instant, context: DateContext): string {
  return formatter(context, { dateStyle: 'long' }).format(date);
}

/** Date with time and zone such as "29 April 2025, 15:10 GMT+5". */
export function dateline(date: Instant, precision: DatePrecision, context: DateContext): string {
  if (precision === 'day') return longDate(date, context);
  const time = formatter(context, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  return `${longDate(date, context)}, ${time.format(date)}`;
}

/** Month and year such as "April 2025". */
export function monthLabel(month: Month, language: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return formatter({ language, timeZone: 'UTC' }, { month: 'long', year: 'numeric' }).format(
    Date.UTC(year, number - 1, 1),
  );
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

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl formatter costs more than a whole card; each form is made once. */
function formatter(
  { language, timeZone }: DateContext,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const locale = messagesFor(language).formatLocale;
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

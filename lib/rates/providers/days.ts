import { calendarDay } from '../calendarDay';
import { type CalendarDate, dayNumber, isCalendarDate } from '../dates';

const DAY = 86_400_000;

/** The date that clocks in a time zone show. */
export function dateIn(now: Date, timeZone: string): CalendarDate {
  const day = calendarDay(now.getTime(), timeZone);
  if (day === undefined) throw new RangeError(`${now} has no year of four digits`);
  return day;
}

/** @param days may be negative */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10));
}

function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`${text} is no day of the calendar`);
  return text;
}

/** Banks write days as `24.05.2026`; what is written otherwise comes back as it is. */
export function fromDotted(text: string): string {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim()) ?? [];
  return year ? `${year}-${month}-${day}` : text.trim();
}

/** `24.05.2026`. */
export function toDotted(date: CalendarDate): string {
  return date.split('-').reverse().join('.');
}

/** How far the sources' own readers look back over holidays. */
const LOOK_BACK = 7;

/** The days before a date, the nearest first. */
export function daysBefore(date: CalendarDate): CalendarDate[] {
  return Array.from({ length: LOOK_BACK }, (_, index) => addDays(date, -1 - index));
}

import { isValid, parseISO } from 'date-fns';
import { machineDate } from '@/lib/site/dates';

/** A day of the Gregorian calendar as `YYYY-MM-DD`; texts of this form sort by time. */
export type CalendarDate = `${number}-${number}-${number}`;

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/** Whether a text has the form `YYYY-MM-DD` and names a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  return FORM.test(text) && isValid(parseISO(text));
}

/** Days from 1970-01-01 to a date; differences of two such numbers count calendar days. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / DAY;
}

/** Day number of the date that clocks in a time zone (IANA name) show at an instant. */
export function dayNumberIn(instant: Date, timeZone: string): number {
  return Date.parse(machineDate(instant.getTime(), 'day', timeZone)) / DAY;
}

/** Banks publish the rate of the next working day, so that tomorrow's date is an ordinary one. */
const DAYS_AHEAD = 2;

/** Day number of the last date that a rate can truly have at an instant. */
export function lastPossibleDay(instant: Date): number {
  return dayNumberIn(instant, 'UTC') + DAYS_AHEAD;
}

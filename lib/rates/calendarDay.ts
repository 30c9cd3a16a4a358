import { type Instant, machineDate } from '@/lib/site/dates';
import { type CalendarDate, isCalendarDate } from './dates';

/**
 * The day that calendars in a time zone (IANA name) show at an instant; undefined beyond the years
 * of four digits.
 */
export function calendarDay(instant: Instant, timeZone: string): CalendarDate | undefined {
  const day = machineDate(instant, 'day', timeZone);
  return isCalendarDate(day) ? day : undefined;
}

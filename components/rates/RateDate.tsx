import { longDate } from '@/lib/site/dates';
import type { ViewContext } from '../context';

interface RateDateProps {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly context: ViewContext;
}

/** A day of the calendar, which belongs to no time zone. */
export function RateDate({ date, context }: RateDateProps) {
  return <time dateTime={date}>{rateDay(date, context)}</time>;
}

/** The same as text. */
export function rateDay(date: string, { site }: ViewContext): string {
  return longDate(Date.parse(date), { language: site.language, timeZone: 'UTC' });
}

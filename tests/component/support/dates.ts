import type { Dated } from '@/lib/content/models';
import type { Instant } from '@/lib/site/dates';

/** @throws Error for a text that is no date with an offset, or in UTC */
export function instant(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${text}`);
  return at;
}

/** A date that was given with its time of day, such as `2025-04-29T15:10+05:00`. */
export function minute(text: string): Dated {
  return { at: instant(text), precision: 'minute' };
}

/** A day of Almaty's calendar without a time of day, such as `2025-04-29`. */
export function day(text: string): Dated {
  return { at: instant(`${text}T00:00+05:00`), precision: 'day' };
}

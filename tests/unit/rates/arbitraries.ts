import fc from 'fast-check';
import { CURRENCIES } from '@/lib/rates/currencies';
import { type CalendarDate, isCalendarDate } from '@/lib/rates/dates';
import type { Observation } from '@/lib/rates/observations';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { observation } from './build';

const DAY = 86_400_000;
const FIRST_DAY = Date.parse('2026-01-01') / DAY;

/** The currencies that are not pegged. */
export const FLOATING = CURRENCY_CODES.filter((code) => code !== 'TMT');

/** A day by its number from 1970-01-01 on. */
export function dayOf(number: number): CalendarDate {
  const text = new Date(number * DAY).toISOString().slice(0, 10);
  if (!isCalendarDate(text)) throw new Error(`not a day: ${number}`);
  return text;
}

/** A figure within a currency's band, with up to four decimals. */
export function rateOf(code: CurrencyCode): fc.Arbitrary<string> {
  const { least, most } = CURRENCIES[code].band;
  return fc
    .tuple(fc.integer({ min: least * 1e4, max: most * 1e4 }), fc.integer({ min: 2, max: 4 }))
    .map(([units, digits]) => (units / 1e4).toFixed(digits));
}

/** Any days of one currency by the source `bank`, oldest first; there is one at least. */
export function seriesOf(code: CurrencyCode): fc.Arbitrary<Observation[]> {
  return fc
    .uniqueArray(fc.tuple(fc.nat({ max: 120 }), rateOf(code)), {
      selector: ([number]) => number,
      minLength: 1,
      maxLength: 30,
    })
    .map((days) =>
      days
        .toSorted(([one], [other]) => one - other)
        .map(([number, rate]) => observation(code, dayOf(FIRST_DAY + number), rate)),
    );
}

import { sourceOf } from '@/lib/content/source';
import { type CalendarDate, isCalendarDate } from '@/lib/rates/dates';
import { type Decimal, isDecimal } from '@/lib/rates/decimal';
import type { Observation } from '@/lib/rates/observations';
import type { Source } from '@/lib/rates/sources';
import { parseSources } from '@/lib/rates/sourcesFile';
import type { CurrencyCode } from '@/lib/site/currencyCodes';

export function date(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`not a date: ${text}`);
  return text;
}

export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new Error(`not a decimal: ${text}`);
  return text;
}

export function observation(
  quote: CurrencyCode,
  day: string,
  rate: string,
  source = 'bank',
): Observation {
  return { source, quote, date: date(day), rate: decimal(rate) };
}

const LIST = `
- {id: bank, name: A bank, url: "https://bank.example", kind: official}
- {id: blend, name: A blend, url: "https://blend.example", licence: CC0, kind: aggregated}
- {id: cbt, name: Central bank, url: "https://cbt.example", kind: peg, quote: TMT, rate: "3.5", since: 2015-01-01}
`;

/** Two observed sources, `bank` and `blend`, and the peg `cbt`. */
export const SOURCES: readonly Source[] = parseSources(sourceOf('sources.yml', LIST)).value.map(
  ({ source }) => source,
);

import * as z from 'zod';
import { line, oneOf, slug, webAddress } from '@/lib/content/fields';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { isPlausible } from './currencies';
import { isCalendarDate } from './dates';
import { isDecimal } from './decimal';

const facts = {
  id: slug<'rate-source'>('national-bank'),
  name: line(80),
  url: webAddress,
  licence: line(80).exactOptional(),
};

/** An entry of sources.yml whose figures are in a file of its own. */
export const observedSchema = z.strictObject({
  ...facts,
  kind: z.enum(['aggregated', 'official']),
});

/** An entry of sources.yml that is itself the rate. */
export const pegSchema = z
  .strictObject({
    ...facts,
    kind: z.literal('peg'),
    quote: oneOf(CURRENCY_CODES),
    rate: line(30).refine(isDecimal, {
      error: 'must be a positive number in plain digits and in quotes, such as "3.5".',
      abort: true,
    }),
    since: line(30).refine(isCalendarDate, {
      error: 'must be a day of the calendar, such as 2015-01-01.',
    }),
  })
  .refine(({ quote, rate }) => isPlausible(quote, rate), {
    path: ['rate'],
    error: 'is not a plausible number of local units for one US dollar; is it the other way round?',
  });

/** A source that publishes figures day by day; `official` is the bank's own rate. */
export type ObservedSource = Readonly<z.output<typeof observedSchema>>;

/** A rate that is held fixed by decree: it is known without being observed. */
export type PegSource = Readonly<z.output<typeof pegSchema>>;

export type Source = ObservedSource | PegSource;

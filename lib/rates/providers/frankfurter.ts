import * as z from 'zod';
import { OFFICIAL_SOURCES } from '../knownSources';
import { addDays, dateIn } from './days';
import { AnswerError, type Provider } from './provider';
import { readJson } from './readAnswer';

export const FRANKFURTER = 'https://api.frankfurter.dev';

/** Days of history that are fetched when there is none: a year, and what its start is compared to. */
const FIRST_FETCH = 400;
/** Days before the newest stored figure that are fetched again, since banks correct themselves. */
const OVERLAP = 10;

/** How Frankfurter names the banks; always one of them, since it rounds what it blends. */
const BANKS = { KGS: 'NBKR', KZT: 'NBK', TJS: 'NBT', UZS: 'CBU' } as const;

const quotes = ['KGS', 'KZT', 'TJS', 'UZS'] as const;
type Quote = (typeof quotes)[number];

const schema = z.array(
  z.object({
    date: z.string(),
    base: z.literal('USD'),
    quote: z.string(),
    rate: z.number(),
  }),
);

/**
 * Frankfurter v2 (frankfurter.dev): the banks' own digits, each currency from its own bank alone.
 * Always asked for units of one dollar: the other way round it keeps two digits of a sum.
 */
export function frankfurter(base: string): Provider {
  return {
    id: 'frankfurter',
    kind: 'passing-on',
    quotes,
    async ask({ quote, now, get, newestStored }) {
      if (!isQuote(quote)) throw new AnswerError(`Frankfurter: has no ${quote}`);
      const source = OFFICIAL_SOURCES[quote];
      const newest = newestStored(source);
      const from = newest ? addDays(newest, -OVERLAP) : addDays(dateIn(now, 'UTC'), -FIRST_FETCH);
      const url = new URL('/v2/rates', base);
      url.search = new URLSearchParams({
        base: 'USD',
        quotes: quote,
        providers: BANKS[quote],
        from,
      }).toString();
      const text = await get(url, { conditional: true });
      if (text === null) return { kind: 'unchanged' };
      const rows = readJson(text, schema, 'Frankfurter').filter((row) => row.quote === quote);
      if (rows.length === 0) throw new AnswerError(`Frankfurter: the answer holds no ${quote}`);
      const rates = rows.map(({ date, rate }) => {
        return { source, quote, date, value: String(rate), nominal: '1' };
      });
      return { kind: 'rates', rates, notes: [] };
    },
  };
}

function isQuote(code: string): code is Quote {
  return (quotes as readonly string[]).includes(code);
}

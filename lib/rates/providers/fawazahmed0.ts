import * as z from 'zod';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import type { CalendarDate } from '../dates';
import { FetchError } from '../fetching/fetchText';
import { dateIn, daysBefore } from './days';
import { withEarlierDay } from './earlierDay';
import { AnswerError, type Inquiry, type Provider, type RawRate } from './provider';
import { readJson } from './readAnswer';

export const FAWAZAHMED0 = 'https://cdn.jsdelivr.net';
/** `VERSION` is a date or `latest`. */
export const FAWAZAHMED0_FALLBACK = 'https://VERSION.currency-api.pages.dev';

const WHO = 'fawazahmed0 currency-api';
const FILES = ['usd.min.json', 'usd.json'];

const schema = z.object({ date: z.string(), usd: z.record(z.string(), z.number()) });

type Version = CalendarDate | 'latest';

/**
 * The aggregated rates of fawazahmed0/exchange-api, from a content network and from its second
 * address. Their date is the day on which they were gathered.
 * @param fallback base of the second address, in which `VERSION` is replaced
 */
export function fawazahmed0(base: string, fallback: string): Provider {
  const bases = [
    (version: Version, file: string) =>
      new URL(`/npm/@fawazahmed0/currency-api@${version}/v1/currencies/${file}`, base),
    (version: Version, file: string) =>
      new URL(`/v1/currencies/${file}`, fallback.replace('VERSION', version)),
  ];

  /** Null where neither address has the version. */
  async function file(get: Inquiry['get'], version: Version): Promise<string | null> {
    let failure: FetchError | undefined;
    for (const address of bases) {
      for (const name of FILES) {
        try {
          return await get(address(version, name));
        } catch (error) {
          if (!(error instanceof FetchError)) throw error;
          if (error.status !== 404) {
            failure = error;
            break;
          }
        }
      }
    }
    if (failure) throw failure;
    return null;
  }

  async function ofDay({ get, quote }: Inquiry, day: CalendarDate): Promise<RawRate | null> {
    const text = await file(get, day);
    if (text === null) return null;
    const rate = readRate(text, quote);
    if (rate.date !== day) throw new AnswerError(`${WHO}: the file of ${day} is of ${rate.date}`);
    return rate;
  }

  /** The newest file; where none carries that name, the newest of a week. */
  async function newest(inquiry: Inquiry): Promise<RawRate> {
    const text = await file(inquiry.get, 'latest');
    if (text !== null) return readRate(text, inquiry.quote);
    const today = dateIn(inquiry.now, 'UTC');
    for (const day of [today, ...daysBefore(today)]) {
      const rate = await ofDay(inquiry, day);
      if (rate) return rate;
    }
    throw new AnswerError(`${WHO}: no file of any day of a week`);
  }

  return {
    id: 'fawazahmed0',
    kind: 'aggregated',
    quotes: CURRENCY_CODES,
    async ask(inquiry) {
      const rate = await newest(inquiry);
      const found = await withEarlierDay(inquiry, rate, (day) => ofDay(inquiry, day));
      return { kind: 'rates', ...found };
    },
  };
}

function readRate(text: string, quote: RawRate['quote']): RawRate {
  const { date, usd } = readJson(text, schema, WHO);
  const value = usd[quote.toLowerCase()];
  if (value === undefined) throw new AnswerError(`${WHO}: no ${quote} in the file of ${date}`);
  return { source: 'fawazahmed0', quote, date, value: String(value), nominal: '1' };
}

import * as z from 'zod';
import type { CalendarDate } from '../dates';
import { FetchError } from '../fetching/fetchText';
import { dateIn, daysBefore, fromDotted } from './days';
import { AnswerError, type Inquiry, type Provider, type RawRate } from './provider';
import { readXml } from './readAnswer';

const WHO = 'Central Bank of Turkmenistan';
const quotes = ['TMT'] as const;

/** The bank's server refuses programs that do not name themselves as browsers do. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Saxaul/0.1; newsroom engine)';

const schema = z.object({
  cbt_currency_rate: z.object({
    date: z.string(),
    rate: z.array(
      z.object({ '@code': z.string(), multiplier: z.string().optional(), rate_tmt: z.string() }),
    ),
  }),
});

/** Central Bank of Turkmenistan: a file for each working day. Few can reach it from abroad. */
export function cbt(base: string): Provider {
  async function ofDay(get: Inquiry['get'], day: CalendarDate): Promise<RawRate | null> {
    const [year = '', month = '', date = ''] = day.split('-');
    const url = new URL(`/kurs/${year}/${date}${month}${year}.xml`, base);
    const text = await get(url, { userAgent: USER_AGENT });
    if (text === null) return null;
    const { cbt_currency_rate: table } = readXml(text, schema, WHO);
    const said = fromDotted(table.date);
    if (said !== day) throw new AnswerError(`${WHO}: the file of ${day} is dated ${said}`);
    const row = table.rate.find((rate) => rate['@code'] === 'USD');
    if (!row) throw new AnswerError(`${WHO}: no US dollar in the file of ${day}`);
    const { rate_tmt: value, multiplier: nominal } = row;
    return { source: 'cbt', quote: 'TMT', date: said, value, nominal };
  }

  return {
    id: 'cbt',
    kind: 'own',
    quotes,
    async ask({ get, now }) {
      const today = dateIn(now, 'Asia/Ashgabat');
      for (const day of [today, ...daysBefore(today)]) {
        try {
          const rate = await ofDay(get, day);
          if (rate) return { kind: 'rates', rates: [rate], notes: [] };
        } catch (error) {
          // There are no files of Sundays and holidays.
          if (!(error instanceof FetchError && error.status === 404)) throw error;
        }
      }
      throw new AnswerError(`${WHO}: no file for any day of a week`);
    },
  };
}

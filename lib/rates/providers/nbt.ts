import * as z from 'zod';
import type { CalendarDate } from '../dates';
import { dateIn, daysBefore, fromDotted } from './days';
import { withEarlierDay } from './earlierDay';
import { AnswerError, type Inquiry, type Provider, type RawRate } from './provider';
import { readXml } from './readAnswer';

export const NBT = 'https://www.nbt.tj';

const WHO = 'National Bank of Tajikistan';
const quotes = ['TJS'] as const;

const schema = z.object({
  ValCurs: z.object({
    '@Date': z.string(),
    Valute: z.array(
      z.object({ CharCode: z.string(), Nominal: z.string().optional(), Value: z.string() }),
    ),
  }),
});

/** National Bank of Tajikistan: a table for each date. */
export function nbt(base: string): Provider {
  /** Null where the bank has no table of that day: it then gives another day's. */
  async function ofDay(get: Inquiry['get'], day: CalendarDate): Promise<RawRate | null> {
    const url = new URL('/en/kurs/export_xml.php', base);
    url.search = new URLSearchParams({ date: day, export: 'xmlout' }).toString();
    const text = await get(url);
    if (text === null) return null;
    const { ValCurs: table } = readXml(text, schema, WHO);
    const date = fromDotted(table['@Date']);
    if (date !== day) return null;
    // Not by ID: banks have given the number of a currency that is long gone.
    const row = table.Valute.find(({ CharCode }) => CharCode === 'USD');
    if (!row) throw new AnswerError(`${WHO}: no US dollar in the table of ${day}`);
    return { source: 'nbt', quote: 'TJS', date, value: row.Value, nominal: row.Nominal };
  }

  return {
    id: 'nbt',
    kind: 'own',
    quotes,
    async ask(inquiry) {
      const today = dateIn(inquiry.now, 'Asia/Dushanbe');
      for (const day of [today, ...daysBefore(today)]) {
        const rate = await ofDay(inquiry.get, day);
        if (!rate) continue;
        const found = await withEarlierDay(inquiry, rate, (one) => ofDay(inquiry.get, one));
        return { kind: 'rates', ...found };
      }
      throw new AnswerError(`${WHO}: the tables that came are not of the days asked for`);
    },
  };
}

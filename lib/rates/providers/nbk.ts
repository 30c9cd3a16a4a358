import * as z from 'zod';
import type { CalendarDate } from '../dates';
import { dateIn, daysBefore, fromDotted, toDotted } from './days';
import { withEarlierDay } from './earlierDay';
import { AnswerError, type Inquiry, type Provider, type RawRate } from './provider';
import { readXml } from './readAnswer';

export const NBK = 'https://nationalbank.kz';

const WHO = 'National Bank of Kazakhstan';
const quotes = ['KZT'] as const;

const item = z.object({
  title: z.string(),
  description: z.string(),
  quant: z.string().optional(),
  pubDate: z.string().optional(),
});

/** Of a day, with the day over the items; or the newest, each item with its own. */
const schema = z.union([
  // Days without figures have no items at all.
  z.object({ rates: z.object({ date: z.string(), item: z.array(item).default([]) }) }),
  z.object({ rss: z.object({ channel: z.object({ item: z.array(item) }) }) }),
]);

/** National Bank of Kazakhstan: the newest table as RSS, earlier ones by date. */
export function nbk(base: string): Provider {
  async function newest({ get, now }: Inquiry): Promise<RawRate | null> {
    const text = await get(new URL('/rss/rates_all.xml', base), { conditional: true });
    if (text === null) return null;
    const rate = dollarRow(text);
    if (rate) return rate;
    const today = dateIn(now, 'Asia/Almaty');
    for (const day of [today, ...daysBefore(today)]) {
      const earlier = await ofDay(get, day);
      if (earlier?.date === day) return earlier;
    }
    throw new AnswerError(`${WHO}: no US dollar in the newest table or in those of a week`);
  }

  async function ofDay(get: Inquiry['get'], day: CalendarDate): Promise<RawRate | null> {
    const url = new URL('/rss/get_rates.cfm', base);
    url.searchParams.set('fdate', toDotted(day));
    const text = await get(url);
    return text === null ? null : dollarRow(text);
  }

  return {
    id: 'nbk',
    kind: 'own',
    quotes,
    async ask(inquiry) {
      const rate = await newest(inquiry);
      if (rate === null) return { kind: 'unchanged' };
      const found = await withEarlierDay(inquiry, rate, (day) => ofDay(inquiry.get, day));
      return { kind: 'rates', ...found };
    },
  };
}

function dollarRow(text: string): RawRate | null {
  const answer = readXml(text, schema, WHO);
  const { items, date } =
    'rates' in answer
      ? { items: answer.rates.item, date: answer.rates.date }
      : { items: answer.rss.channel.item, date: undefined };
  const row = items.find(({ title }) => title === 'USD');
  if (!row) return null;
  return {
    source: 'nbk',
    quote: 'KZT',
    date: fromDotted(date ?? row.pubDate ?? ''),
    value: row.description,
    nominal: row.quant,
  };
}

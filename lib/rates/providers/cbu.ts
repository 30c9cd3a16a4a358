import * as z from 'zod';
import { type CalendarDate, isCalendarDate } from '../dates';
import { fromDotted } from './days';
import { withEarlierDay } from './earlierDay';
import { AnswerError, type CrossRate, type Inquiry, type Provider, type RawRate } from './provider';
import { readJson } from './readAnswer';

export const CBU = 'https://cbu.uz';

const WHO = 'Central Bank of Uzbekistan';
const PATH = '/en/arkhiv-kursov-valyut/json/';
const quotes = ['UZS'] as const;

const schema = z.array(
  z.object({
    Ccy: z.string(),
    Nominal: z.string().optional(),
    Rate: z.string(),
    Date: z.string(),
  }),
);

type Row = z.output<typeof schema>[number];

/** Central Bank of Uzbekistan: the newest table, and the dollar's row by date. */
export function cbu(base: string): Provider {
  const newest = new URL(PATH, base);

  async function ofDay(get: Inquiry['get'], day: CalendarDate): Promise<RawRate | null> {
    const text = await get(new URL(`${PATH}USD/${day}/`, base));
    const row = text === null ? undefined : rowOf(text, 'USD');
    return row ? rawRate(row) : null;
  }

  return {
    id: 'cbu',
    kind: 'own',
    quotes,
    async ask(inquiry) {
      const text = await inquiry.get(newest, { conditional: true });
      if (text === null) return { kind: 'unchanged' };
      const row = rowOf(text, 'USD');
      if (!row) throw new AnswerError(`${WHO}: no US dollar in the table`);
      const found = await withEarlierDay(inquiry, rawRate(row), (day) => ofDay(inquiry.get, day));
      return { kind: 'rates', ...found };
    },
    crossRates: async (get) => {
      const text = await get(newest);
      return text === null ? [] : manat(text);
    },
  };
}

function rowOf(text: string, code: string): Row | undefined {
  return readJson(text, schema, WHO).find(({ Ccy }) => Ccy === code);
}

function rawRate({ Date: date, Rate: value, Nominal: nominal }: Row): RawRate {
  return { source: 'cbu', quote: 'UZS', date: fromDotted(date), value, nominal };
}

/** What a dollar is in manats by way of the sum; it once moved by 14% from one day to the next. */
function manat(text: string): CrossRate[] {
  const dollar = rowOf(text, 'USD');
  const row = rowOf(text, 'TMT');
  if (!dollar || !row) return [];
  const rate = perUnit(dollar) / perUnit(row);
  const date = fromDotted(row.Date);
  return rate > 0 && Number.isFinite(rate) && isCalendarDate(date)
    ? [{ quote: 'TMT', date, rate }]
    : [];
}

function perUnit({ Rate, Nominal }: Row): number {
  return Number(Rate) / Number(Nominal);
}

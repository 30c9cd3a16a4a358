import * as z from 'zod';
import { isCalendarDate } from '../dates';
import { fromDotted } from './days';
import { AnswerError, type CrossRate, type Inquiry, type Provider } from './provider';
import { readXml } from './readAnswer';

export const NBKR = 'https://www.nbkr.kg';

const WHO = 'National Bank of the Kyrgyz Republic';
const quotes = ['KGS'] as const;

const schema = z.object({
  CurrencyRates: z.object({
    '@Date': z.string(),
    Currency: z.array(
      z.object({ '@ISOCode': z.string(), Nominal: z.string().optional(), Value: z.string() }),
    ),
  }),
});

/** Rates of the weekly table that have digits enough to be compared by; the sum has two. */
const COMPARABLE = ['TJS', 'TMT'] as const;

/**
 * National Bank of the Kyrgyz Republic: a table a day with the dollar, and a table a week with the
 * neighbours' currencies, which is only good for comparison. Numbers have a decimal comma.
 */
export function nbkr(base: string): Provider {
  const daily = new URL('/XML/daily.xml', base);
  const weekly = new URL('/XML/weekly.xml', base);
  return {
    id: 'nbkr',
    kind: 'own',
    quotes,
    async ask({ get }) {
      const text = await get(daily, { conditional: true });
      if (text === null) return { kind: 'unchanged' };
      const { date, row } = readTable(text);
      const dollar = row('USD');
      if (!dollar) throw new AnswerError(`${WHO}: no US dollar in the daily table`);
      const rate = { source: 'nbkr', quote: 'KGS', date, ...dollar } as const;
      return { kind: 'rates', rates: [rate], notes: [] };
    },
    crossRates: (get) => crossRates(get, daily, weekly),
  };
}

interface Table {
  readonly date: string;
  readonly row: (code: string) => { value: string; nominal: string | undefined } | undefined;
}

function readTable(text: string): Table {
  const { CurrencyRates: table } = readXml(text, schema, WHO);
  return {
    date: fromDotted(table['@Date']),
    row: (code) => {
      const found = table.Currency.find((row) => row['@ISOCode'] === code);
      return found && { value: found.Value.trim().replace(',', '.'), nominal: found.Nominal };
    },
  };
}

async function crossRates(get: Inquiry['get'], daily: URL, weekly: URL): Promise<CrossRate[]> {
  const [ofDay, ofWeek] = await Promise.all([get(daily), get(weekly)]);
  if (ofDay === null || ofWeek === null) return [];
  const dollar = perUnit(readTable(ofDay), 'USD');
  const table = readTable(ofWeek);
  return COMPARABLE.flatMap((quote) => {
    const soms = perUnit(table, quote);
    if (!dollar || !soms || !isCalendarDate(table.date)) return [];
    return [{ quote, date: table.date, rate: dollar / soms }];
  });
}

function perUnit(table: Table, code: string): number | undefined {
  const row = table.row(code);
  const value = Number(row?.value) / Number(row?.nominal);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

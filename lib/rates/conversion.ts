import { CURRENCY_CODES, type CurrencyCode, isCurrencyCode } from '@/lib/site/currencyCodes';
import { convert, DOLLAR, parseAmount } from './convert';
import type { CalendarDate } from './dates';
import { equation } from './equation';
import type { RateOverview } from './overview';

export type ConverterCode = CurrencyCode | typeof DOLLAR;

/** A currency that the converter offers. */
export interface ConverterCurrency {
  readonly code: ConverterCode;
  /** Units for one US dollar; null where there is none that can be used. */
  readonly rate: string | null;
  /** Day of the newest figure; null for the dollar, for what is fixed and for what is unknown. */
  readonly date: CalendarDate | null;
  /** Whether that day is long past, so that readers are told. */
  readonly isOld: boolean;
}

/** What a reader asked for, as it was written. */
export interface ConverterQuestion {
  readonly amount: string;
  readonly from: ConverterCode;
  readonly to: ConverterCode;
}

export type Conversion =
  /** Nothing was asked. */
  | { readonly kind: 'none' }
  | { readonly kind: 'converted'; readonly text: string }
  | { readonly kind: 'not-an-amount' }
  | { readonly kind: 'unusable'; readonly currency: ConverterCurrency };

/** The dollar and the five, with the rates that are not too old to convert with. */
export function converterCurrencies(overviews: readonly RateOverview[]): ConverterCurrency[] {
  return [
    { code: DOLLAR, rate: '1', date: null, isOld: false },
    ...overviews.map(({ code, quote, rate }): ConverterCurrency => {
      if (quote.kind !== 'observed') return { code, rate, date: null, isOld: false };
      const { age, date } = quote;
      return { code, rate: age === 'expired' ? null : rate, date, isOld: age !== 'fresh' };
    }),
  ];
}

const CODES: readonly string[] = [DOLLAR, ...CURRENCY_CODES];

/**
 * Reads a question from a query. What is no currency here is taken for the usual one: such a query
 * is of nobody who used the form.
 */
export function readQuestion(query: {
  readonly amount?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): { readonly question: ConverterQuestion; readonly isAsked: boolean } {
  const { amount, from, to } = query;
  return {
    question: {
      amount: (amount ?? '100').slice(0, 40),
      from: readCode(from) ?? DOLLAR,
      to: readCode(to) ?? 'KZT',
    },
    isAsked: amount !== undefined,
  };
}

function readCode(text: string | undefined): ConverterCode | undefined {
  const code = text?.toUpperCase() ?? '';
  if (!CODES.includes(code)) return undefined;
  return isCurrencyCode(code) ? code : DOLLAR;
}

/** Answers a question: `100 USD = 44,714.00 KZT`. */
export function answerQuestion(
  { amount, from, to }: ConverterQuestion,
  currencies: readonly ConverterCurrency[],
): Conversion {
  const number = parseAmount(amount);
  if (number === null) return { kind: 'not-an-amount' };
  const rates: number[] = [];
  for (const code of [from, to]) {
    const currency = currencies.find((one) => one.code === code);
    if (!currency) throw new RangeError(`${code} is not offered`);
    if (currency.rate === null) return { kind: 'unusable', currency };
    rates.push(Number(currency.rate));
  }
  const [fromRate = Number.NaN, toRate = Number.NaN] = rates;
  const text = equation(number, from, convert(number, fromRate, toRate), to);
  return { kind: 'converted', text };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerQuestion,
  type ConverterCode,
  type ConverterQuestion,
  converterCurrencies,
  readQuestion,
} from '@/lib/rates/conversion';
import { DOLLAR, parseAmount } from '@/lib/rates/convert';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { rateOverviews } from '@/lib/rates/overview';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { FLOATING, rateOf } from './arbitraries';
import { observation, SOURCES } from './build';

const NOON = new Date('2026-04-16T12:00:00Z');

function currencies(observations: readonly Observation[]) {
  const rates = { history: new RateHistory(observations), sources: SOURCES };
  return converterCurrencies(rateOverviews(rates, NOON, 'local-usd', 'UTC'));
}

const KNOWN = [
  observation('KGS', '2026-04-16', '87.45'), // fresh
  observation('KZT', '2026-04-02', '478.77'), // stale: 14 days
  observation('UZS', '2026-04-01', '12194.21'), // expired: 15 days
];

function answer(amount: string, from: ConverterCode, to: ConverterCode, known = KNOWN) {
  return answerQuestion({ amount, from, to }, currencies(known));
}

describe('the currencies to convert', () => {
  it('are the dollar and the five, with rates that are not too old', () => {
    expect(currencies(KNOWN)).toEqual([
      { code: 'USD', rate: '1', date: null, isOld: false },
      { code: 'KGS', rate: '87.45', date: '2026-04-16', isOld: false },
      { code: 'KZT', rate: '478.77', date: '2026-04-02', isOld: true },
      { code: 'TJS', rate: null, date: null, isOld: false },
      { code: 'UZS', rate: null, date: '2026-04-01', isOld: true },
      { code: 'TMT', rate: '3.5', date: null, isOld: false },
    ]);
  });

  it('have the same rates whichever way the site quotes them', () => {
    const rates = { history: new RateHistory(KNOWN), sources: SOURCES };
    const turned = rateOverviews(rates, NOON, 'usd-local', 'UTC');
    expect(converterCurrencies(turned)).toEqual(currencies(KNOWN));
  });
});

describe('a question', () => {
  it('is a hundred dollars in tenge where nothing was asked', () => {
    const question = { amount: '100', from: 'USD', to: 'KZT' };
    expect(readQuestion({})).toEqual({ question, isAsked: false });
  });

  it('is asked by its amount, an empty one too', () => {
    expect(readQuestion({ amount: '' })).toMatchObject({ question: { amount: '' }, isAsked: true });
    expect(readQuestion({ from: 'KGS', to: 'USD' })).toMatchObject({
      question: { amount: '100', from: 'KGS', to: 'USD' },
      isAsked: false,
    });
  });

  it('takes codes however they are written, and others for the usual ones', () => {
    const asked = readQuestion({ amount: '5', from: 'uzs', to: 'Usd' });
    expect(asked.question).toEqual({ amount: '5', from: 'UZS', to: 'USD' });
    for (const code of ['EUR', '', '__proto__', 'constructor', '<b>', ' KZT']) {
      const { question } = readQuestion({ amount: '5', from: code, to: code });
      expect(question).toEqual({ amount: '5', from: 'USD', to: 'KZT' });
    }
  });

  it('is cut at the length that the form has', () => {
    expect(readQuestion({ amount: '1'.repeat(5000) }).question.amount).toBe('1'.repeat(40));
  });
});

describe('an answer', () => {
  it.each([
    ['100', 'USD', 'KGS', '100.00 USD = 8,745.00 KGS'],
    ['1,5', 'USD', 'TMT', '1.50 USD = 5.25 TMT'],
    ['1,234', 'TMT', 'USD', '1,234.00 TMT = 352.57 USD'],
    ['1', 'KZT', 'USD', '1.00 KZT = 0.002089 USD'],
    ['10 000', 'KGS', 'KZT', '10,000.00 KGS = 54,747.86 KZT'],
    ['7', 'USD', 'USD', '7.00 USD = 7.00 USD'],
  ] as const)('converts %s %s to %s', (amount, from, to, text) => {
    expect(answer(amount, from, to)).toEqual({ kind: 'converted', text });
  });

  it('is not given with a rate that has expired, in either direction', () => {
    const currency = { code: 'UZS', rate: null, date: '2026-04-01', isOld: true };
    expect(answer('100', 'USD', 'UZS')).toEqual({ kind: 'unusable', currency });
    expect(answer('100', 'UZS', 'KGS')).toEqual({ kind: 'unusable', currency });
  });

  it('is not given without a rate', () => {
    const currency = { code: 'TJS', rate: null, date: null, isOld: false };
    expect(answer('100', 'USD', 'TJS')).toEqual({ kind: 'unusable', currency });
    expect(answer('100', 'TMT', 'TJS')).toEqual({ kind: 'unusable', currency });
  });

  it('is given with a rate that is stale', () => {
    expect(answer('100', 'USD', 'KZT')).toEqual({
      kind: 'converted',
      text: '100.00 USD = 47,877.00 KZT',
    });
  });

  it.each(['', '0', '-5', '1e5', 'ten', '1e309'])('to %j is that it is no amount', (amount) => {
    expect(answer(amount, 'USD', 'KGS')).toEqual({ kind: 'not-an-amount' });
  });
});

const anyFour = fc
  .tuple(rateOf('KGS'), rateOf('KZT'), rateOf('TJS'), rateOf('UZS'))
  .map((rates) =>
    rates.map((rate, index) => observation(FLOATING[index] ?? 'KGS', '2026-04-16', rate)),
  );
const anyCode = fc.constantFrom<ConverterCode>(DOLLAR, ...CURRENCY_CODES);

/** The amount behind the equals sign. */
function resultOf(question: ConverterQuestion, known: readonly Observation[]): string {
  const given = answerQuestion(question, currencies(known));
  if (given.kind !== 'converted') throw new Error(`${question.amount} is ${given.kind}`);
  return /= (\S+) [A-Z]{3}$/.exec(given.text)?.[1] ?? '';
}

describe('any amount', () => {
  it('converted there and back is the same', () => {
    const amounts = fc.integer({ min: 1, max: 1e9 }).map(String);
    fc.assert(
      fc.property(anyFour, amounts, anyCode, anyCode, (known, amount, from, to) => {
        const there = resultOf({ amount, from, to }, known);
        const back = parseAmount(resultOf({ amount: there, from: to, to: from }, known)) ?? 0;
        // Each of the two is printed to a hundredth, or to four significant digits below one.
        expect(Math.abs(back / Number(amount) - 1)).toBeLessThan(0.0101);
      }),
    );
  });

  it('is answered in plain digits: no minus, no exponent, nothing that is not a number', () => {
    const amounts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789.,'), minLength: 1, maxLength: 40 }),
      fc.double({ min: 1e-30, max: 1e15, noNaN: true }).map((number) => number.toFixed(38)),
      fc.string(),
    );
    fc.assert(
      fc.property(anyFour, amounts, anyCode, anyCode, (known, text, from, to) => {
        const { question } = readQuestion({ amount: text, from, to });
        const given = answerQuestion(question, currencies(known));
        expect(given.kind).toBe(
          parseAmount(question.amount) === null ? 'not-an-amount' : 'converted',
        );
        if (given.kind !== 'converted') return;
        expect(given.text).toMatch(/^[\d,]+\.\d+ [A-Z]{3} = [\d,]+\.\d+ [A-Z]{3}$/);
      }),
      { numRuns: 500 },
    );
  });
});

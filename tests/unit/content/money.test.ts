import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_AMOUNT, readMoney } from '@/lib/content/money';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';

function amountOf(text: string, lang?: string): string {
  const reading = readMoney(text, lang);
  return reading.ok ? `${reading.money.amount} ${reading.money.currency}` : reading.message;
}

function problemOf(text: string, lang = 'en') {
  const reading = readMoney(text, lang);
  if (reading.ok) throw new Error(`${text} was read as ${reading.money.amount}`);
  return reading;
}

describe('an amount of money', () => {
  it.each([
    ['2.4bn KGS', '2400000000 KGS'],
    ['1.1bn KGS', '1100000000 KGS'],
    ['2.4 bn KGS', '2400000000 KGS'],
    ['250 KZT', '250 KZT'],
    ['250KZT', '250 KZT'],
    ['5bnKGS', '5000000000 KGS'],
    ['0.5 TMT', '0.5 TMT'],
    ['1,250,000 UZS', '1250000 UZS'],
    ['1,250,000.75 UZS', '1250000.75 UZS'],
    ['1 250 000 UZS', '1250000 UZS'],
    ['1\u00A0250\u202F000\u00A0UZS', '1250000 UZS'],
    ['  7\n  TJS ', '7 TJS'],
    ['3k TJS', '3000 TJS'],
    ['3 thousand TJS', '3000 TJS'],
    ['3m TJS', '3000000 TJS'],
    ['3mn TJS', '3000000 TJS'],
    ['3 million TJS', '3000000 TJS'],
    ['3M TJS', '3000000 TJS'],
    ['3 billion TJS', '3000000000 TJS'],
    ['3tn TJS', '3000000000000 TJS'],
    ['3trn TJS', '3000000000000 TJS'],
    ['3 trillion TJS', '3000000000000 TJS'],
    ['3 тыс. TJS', '3000 TJS'],
    ['3 млн TJS', '3000000 TJS'],
    ['3млрд TJS', '3000000000 TJS'],
    ['3 трлн TJS', '3000000000000 TJS'],
    ['3 mln TJS', '3000000 TJS'],
    ['3 mlrd TJS', '3000000000 TJS'],
    ['1000tn KGS', '1000000000000000 KGS'],
  ])('%j is %s, in every language', (text, amount) => {
    expect(amountOf(text, 'en')).toBe(amount);
    expect(amountOf(text, 'ru')).toBe(amount);
    expect(amountOf(text)).toBe(amount);
  });

  it.each([
    ['2,4 млрд KGS', '2400000000 KGS'],
    ['2,45 mln UZS', '2450000 UZS'],
    ['2,4567 KGS', '2.4567 KGS'],
    ['1 250,5 KGS', '1250.5 KGS'],
    ['1,250 KGS', '1250 KGS'],
    ['1,250,000 тыс. KGS', '1250000000 KGS'],
  ])('%j is %s where a comma may be a decimal one', (text, amount) => {
    for (const lang of ['ru', 'uz-Latn', 'ky']) expect(amountOf(text, lang)).toBe(amount);
    expect(amountOf(text)).toBe(amount);
  });

  it('has no decimal comma in English', () => {
    for (const lang of ['en', 'en-GB', 'EN']) {
      expect(problemOf('2,4bn KGS', lang)).toMatchObject({
        message: '"2,4" has a decimal comma; in English write 2.4, and thousands as 1,250,000.',
        suggestion: '2.4bn KGS',
      });
    }
    expect(amountOf('1,250m KGS', 'en')).toBe('1250000000 KGS');
  });

  it('is asked for again where a comma could be of either kind', () => {
    expect(problemOf('2,125 млрд KGS', 'ru').message).toContain('write 2.125 or 2 125');
    expect(problemOf('0,125 KGS', 'ru').message).toContain('cannot be read as a number');
  });

  it.each([
    ['', 'There is no amount'],
    [' \n', 'There is no amount'],
    ['abc', '"abc" does not begin with a number'],
    ['KGS 5m', 'does not begin with a number'],
    ['-5 KGS', 'greater than zero'],
    ['0 KGS', 'greater than zero'],
    ['0.00m KGS', 'greater than zero'],
    ['1001tn KGS', 'more than a thousand trillion'],
    [`${'9'.repeat(400)} KGS`, 'more than a thousand trillion'],
    ['5', 'The currency is missing; add one of KGS, KZT, TJS, UZS, TMT.'],
    ['5bn', 'The currency is missing'],
    ['5m USD', 'in dollars needs no conversion'],
    ['5m EUR', '"EUR" is not a currency that is converted; write one of KGS, KZT'],
    ['5 mio KGS', '"mio" is not a unit'],
    ['5e3 KGS', '"e3" is not a unit'],
    ['1,25,000 KGS', 'cannot be read as a number'],
    ['1 25 KGS', 'cannot be read as a number'],
    ['1 250,000 KGS', 'cannot be read as a number'],
    ['1250,000 KGS', 'cannot be read as a number'],
    ['1.250.000 KGS', 'cannot be read as a number'],
    ['5. KGS', 'cannot be read as a number'],
    ['.5 KGS', 'does not begin with a number'],
    ['٥ KGS', 'does not begin with a number'],
  ])('%j is none', (text, says) => {
    expect(problemOf(text).message).toContain(says);
  });

  it.each([
    ['5m KGZ', '5m KGS'],
    ['5m kgs', '5m KGS'],
    ['5bnKGZ', '5bnKGS'],
    ['1 250  kzt', '1 250 KZT'],
    ['7 TJK', '7 TJS'],
  ])('%j is taken for a slip of %j', (text, meant) => {
    const { message, suggestion } = problemOf(text);
    expect(message).toContain(`Did you mean "${meant.slice(-3)}"?`);
    expect(suggestion).toBe(meant);
    expect(readMoney(meant, 'en').ok).toBe(true);
  });

  it.each(['AZN', 'AMD', 'RUB', 'SOM', 'X', '€'])('%s is not taken for a slip', (code) => {
    expect(problemOf(`5 ${code}`).suggestion).toBeUndefined();
  });

  it('is read or refused, never thrown over', () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          ...['1', '250', ',', '.', ' ', '\u00A0', '-', 'e', 'bn', 'млн', 'm', 'KGS', 'KGZ', '\n'],
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    const lang = fc.constantFrom('en', 'ru', 'uz', undefined);
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), lang, (text, tag) => {
        const reading = readMoney(text, tag);
        if (reading.ok) {
          expect(reading.money.amount).toBeGreaterThan(0);
          expect(reading.money.amount).toBeLessThanOrEqual(LARGEST_AMOUNT);
          expect(CURRENCY_CODES).toContain(reading.money.currency);
        } else {
          expect(reading.message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back from every way of writing it', () => {
    const units = [
      ['', 0],
      ['k', 3],
      [' million', 6],
      [' млрд', 9],
    ] as const;
    const groups = [
      (digits: string) => digits,
      (digits: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, ' '),
      (digits: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, '\u202F'),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.stringMatching(/^\d{1,2}$/),
        fc.constantFrom(...units),
        fc.constantFrom(...groups),
        fc.constantFrom(...CURRENCY_CODES),
        fc.constantFrom(['en', '.'], ['ru', '.'], ['ru', ','], ['tk', ',']),
        (whole, fraction, [unit, exponent], group, currency, [lang = '', point = '']) => {
          const text = `${group(String(whole))}${point}${fraction}${unit} ${currency}`;
          const amount = Number(`${whole}.${fraction}e${exponent}`);
          expect(readMoney(text, lang)).toEqual({ ok: true, money: { amount, currency } });
        },
      ),
    );
  });
});

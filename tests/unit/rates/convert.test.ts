import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, parseAmount } from '@/lib/rates/convert';
import { formatRate } from '@/lib/rates/format';

describe('an amount', () => {
  it.each([
    ['1500', 1500],
    ['1500.50', 1500.5],
    ['1500,5', 1500.5],
    ['1,5', 1.5],
    ['12,34', 12.34],
    ['1.5', 1.5],
    ['0.5', 0.5],
    ['007', 7],
    // A comma before exactly three digits separates thousands, a full stop decimals.
    ['1,234', 1234],
    ['1.234', 1.234],
    ['12,345', 12_345],
    ['1234,567', 1234.567],
    // No thousands begin with a nought.
    ['0,500', 0.5],
    ['0,001', 0.001],
    ['1,234,567', 1_234_567],
    ['1,234,567.89', 1_234_567.89],
    ['1.234.567', 1_234_567],
    ['1.234,56', 1234.56],
    ['1.234.567,89', 1_234_567.89],
    ['1 500,50', 1500.5],
    ['1\u00A0500,50', 1500.5],
    ['1\u202F500.50', 1500.5],
    ['1\u2009500', 1500],
    ['1\u2019500.50', 1500.5],
    ["1'500.50", 1500.5],
    [' \t42\n', 42],
    ['1000000000000000', 1e15],
    ['1,000,000,000,000,000', 1e15],
  ])('%j is %d', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each([
    ['nothing', ['', ' ', '\u00A0']],
    ['zero', ['0', '0.00', '0,00', '00']],
    ['negative', ['-1', '\u22121', '-0', '-1,5']],
    ['a sum with its sign', ['+1', '$5', '5$', '5 USD', '5%']],
    ['an exponent', ['1e5', '1E5', '1e-5', '5e', 'e5']],
    ['of another base', ['0x10', '0b1', '0o7', '1n', '1_000']],
    ['words', ['ten', 'NaN', 'Infinity', 'null', 'a1', '1a', '٣', '５']],
    ['half written', ['.', ',', '.5', ',5', '5.', '5,', '1..5', '1,,5', '1.,5']],
    ['grouped as nobody does', ['1,23,456', '1,2345,678', '1,234.567.890', '1.23,45,6']],
    ['beyond a thousand trillion', ['1000000000000001', '1e16', '9'.repeat(400)]],
  ])('that is %s is none', (_, texts) => {
    for (const text of texts) expect([text, parseAmount(text)]).toEqual([text, null]);
  });

  it('is greater than zero and finite, or none, whatever is written', () => {
    const figures = fc.string({ unit: fc.constantFrom(..."0123456789.,- \u00A0\u202Fe'\u2019+") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), figures, fc.string({ unit: 'binary' })), (text) => {
        const amount = parseAmount(text);
        if (amount === null) return;
        expect(amount).toBeGreaterThan(0);
        expect(amount).toBeLessThanOrEqual(1e15);
      }),
      { numRuns: 2000 },
    );
  });

  it('that is printed is read back as printed', () => {
    const amounts = fc.oneof(
      fc.double({ min: 1e-12, max: 1e14, noNaN: true }),
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 1, max: 1e9 }).map((cents) => cents / 100),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        const printed = formatRate(amount);
        const read = parseAmount(printed);
        if (read === null) throw new Error(`${printed} is not read`);
        expect(formatRate(read)).toBe(printed);
        // Four significant digits or two decimals are left, whichever says more.
        expect(Math.abs(read - amount)).toBeLessThanOrEqual(amount * 0.0005);
      }),
    );
  });
});

describe('convert', () => {
  it.each([
    [100, 1, 447.14, 44_714],
    [44_714, 447.14, 1, 100],
    [7, 3.5, 12_000, 24_000],
  ])('%d at %d for a dollar is, at %d for a dollar, %d', (amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBeCloseTo(expected, 9);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES } from '@/lib/rates/currencies';
import { dayNumber } from '@/lib/rates/dates';
import { isDecimal } from '@/lib/rates/decimal';
import type { RawRate } from '@/lib/rates/providers/provider';
import { agree, judgeMove, readRow } from '@/lib/rates/refresh/judge';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { date, decimal } from './build';

const LAST_DAY = dayNumber(date('2026-04-18'));

function row(facts: Partial<RawRate> = {}): RawRate {
  return {
    source: 'cbu',
    quote: 'UZS',
    date: '2026-04-16',
    value: '12194.21',
    nominal: '1',
    ...facts,
  };
}

/** The rate that is read, or why none is. */
function read(facts: Partial<RawRate>): string {
  const reading = readRow(row(facts), LAST_DAY);
  return reading.ok ? reading.reading.rate : reading.reason;
}

describe('a rate for several dollars', () => {
  it.each([
    ['12194.21', '1', '12194.21'],
    ['121942.10', '10', '12194.210'],
    ['1219421', '100', '12194.21'],
    ['1219421.05', '100', '12194.2105'],
    ['12194210', '1000', '12194.210'],
    ['121942100.123', '10000', '12194.2100123'],
    ['24388.42', '2', '12194.21'],
    ['36582.63', '3', '12194.21'],
    [' 12194.21 ', '1', '12194.21'],
  ])('%s for %s is %s', (value, nominal, rate) => {
    expect(read({ value, nominal })).toBe(rate);
  });

  it('loses no digit to a power of ten', () => {
    const digits = fc.integer({ min: 80_000_000, max: 200_000_000 }).map(String);
    fc.assert(
      fc.property(digits, fc.constantFrom(1, 2, 3, 4), (units, zeros) => {
        // 8,000 to 20,000 with four decimals, written without its point: times ten thousand.
        const point = units.length - (4 - zeros);
        const value = zeros === 4 ? units : `${units.slice(0, point)}.${units.slice(point)}`;
        const nominal = `1${'0'.repeat(zeros)}`;
        const expected = `${units.slice(0, -4)}.${units.slice(-4)}`;
        expect(read({ value, nominal })).toBe(expected);
      }),
    );
  });

  it('takes small ones apart as well', () => {
    expect(read({ quote: 'TJS', value: '933.71', nominal: '100' })).toBe('9.3371');
    expect(read({ quote: 'TMT', value: '35000', nominal: '10000' })).toBe('3.5000');
    expect(read({ quote: 'TJS', value: '0.0780', nominal: '100' })).toContain('not plausible');
  });

  it('is never taken for the rate of one where it does not say for how many it is', () => {
    expect(read({ nominal: undefined })).toBe(
      'the number of units that the rate is for is missing',
    );
    for (const nominal of ['', '0', '-1', '1.0', '1e3', ' 1', '01', '10000000', 'one', '1,000']) {
      expect(read({ nominal })).toBe(`"${nominal}" is no number of units`);
    }
  });
});

describe('a row', () => {
  it('keeps what it was made from', () => {
    expect(readRow(row({ value: '1219421', nominal: '100' }), LAST_DAY)).toEqual({
      ok: true,
      reading: {
        source: 'cbu',
        quote: 'UZS',
        date: '2026-04-16',
        rate: '12194.21',
        nominal: 100,
      },
    });
  });

  it.each([
    ['2026-04-18', '12194.21'],
    ['2026-04-19', '2026-04-19 has not come yet'],
    ['1999-12-31', '12194.21'],
    ['2026-02-29', '"2026-02-29" is no date'],
    ['16.04.2026', '"16.04.2026" is no date'],
    ['', '"" is no date'],
  ])('of %j is read: %s', (day, expected) => {
    expect(read({ date: day })).toBe(expected);
  });

  it.each(['', 'NaN', 'Infinity', '-12194.21', '+12194.21', '1.219e4', '12,194.21', '0', '0x2fa2'])(
    'with the value %j has no rate',
    (value) => {
      expect(read({ value })).toBe(`"${value}" is no rate`);
    },
  );

  it.each(CURRENCY_CODES)('of %s is believed up to both ends of its band', (quote) => {
    const { least, most } = CURRENCIES[quote].band;
    expect(read({ quote, value: String(least) })).toBe(String(least));
    expect(read({ quote, value: String(most) })).toBe(String(most));
    for (const value of [least * 0.9999, most * 1.0001]) {
      expect(read({ quote, value: value.toFixed(6) })).toContain(
        `not plausible (${least} to ${most} is)`,
      );
    }
  });

  it('never throws, and a rate that is accepted always is a decimal within its band', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-e ') }),
      fc.double().map(String),
      fc.integer({ min: 1, max: 2_000_000 }).map((number) => String(number / 100)),
    );
    const anyNominal = fc.oneof(
      anyText,
      fc.constant(undefined),
      fc.nat({ max: 10_000 }).map(String),
      fc.constantFrom('1', '10', '100', '1000', '10000'),
    );
    const anyDay = fc.oneof(fc.constant('2026-04-16'), anyText);
    fc.assert(
      fc.property(
        fc.constantFrom(...CURRENCY_CODES),
        anyDay,
        anyText,
        anyNominal,
        (quote, day, value, nominal) => {
          const reading = readRow(row({ quote, date: day, value, nominal }), LAST_DAY);
          if (!reading.ok) return;
          const { rate } = reading.reading;
          const { least, most } = CURRENCIES[quote].band;
          expect(isDecimal(rate)).toBe(true);
          expect(Number(rate)).toBeGreaterThanOrEqual(least);
          expect(Number(rate)).toBeLessThanOrEqual(most);
          expect(Number(rate) * Number(nominal)).toBeCloseTo(Number(value), 4);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a move', () => {
  const before = { date: date('2026-04-02'), rate: decimal('100') };
  const move = (rate: string, day = '2026-04-03') =>
    judgeMove(before, { date: date(day), rate: decimal(rate) }).kind;

  it.each([
    ['100', 'ordinary'],
    ['102.99', 'ordinary'],
    ['103.01', 'remarkable'],
    ['97.01', 'ordinary'],
    ['96.99', 'remarkable'],
    ['107.99', 'remarkable'],
    ['108.01', 'unbelievable'],
    ['92.01', 'remarkable'],
    ['91.99', 'unbelievable'],
    ['1', 'unbelievable'],
  ])('from 100 to %s is %s', (rate, kind) => {
    expect(move(rate)).toBe(kind);
  });

  it('over more than a fortnight says nothing, nor does the first figure', () => {
    expect(move('200', '2026-04-16')).toBe('unbelievable');
    expect(move('200', '2026-04-17')).toBe('ordinary');
    expect(judgeMove(undefined, before)).toEqual({ kind: 'ordinary' });
  });

  it('is told in percent, with its sign', () => {
    const after = { date: date('2026-04-03'), rate: decimal('86') };
    const found = judgeMove(before, after);
    expect(found.kind === 'unbelievable' && found.percent).toBeCloseTo(-14, 9);
  });
});

describe('agree', () => {
  it.each([
    ['100', '100', true],
    ['101.9', '100', true],
    ['102.1', '100', false],
    ['98.1', '100', true],
    ['97.9', '100', false],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(agree(decimal(one), decimal(other))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { RateHistory } from '@/lib/rates/observations';
import { rateOn } from '@/lib/rates/rateOn';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { date, observation, SOURCES } from './build';

const HISTORY = new RateHistory([
  observation('KZT', '2026-04-01', '478.77'),
  observation('KZT', '2026-04-03', '475.09'),
  observation('KZT', '2026-04-03', '474', 'blend'),
  observation('KZT', '2026-04-05', '470', 'blend'),
  observation('KGS', '2026-04-03', '87.45', 'nobody'),
  observation('TMT', '2014-12-30', '3.49'),
  observation('TMT', '2026-04-03', '3.505', 'blend'),
]);

function shown(quote: CurrencyCode, day: string): string | undefined {
  const found = rateOn({ history: HISTORY, sources: SOURCES }, quote, date(day));
  return found && `${found.rate} of ${found.date} by ${found.source.id}`;
}

describe('rateOn', () => {
  it.each([
    ['2026-03-31', undefined],
    ['2026-04-01', '478.77 of 2026-04-01 by bank'],
    ['2026-04-02', '478.77 of 2026-04-01 by bank'],
    // Two sources have figures for the third; the first is preferred.
    ['2026-04-03', '475.09 of 2026-04-03 by bank'],
    ['2026-04-04', '475.09 of 2026-04-03 by bank'],
    ['2026-04-05', '470 of 2026-04-05 by blend'],
    ['2026-04-19', '470 of 2026-04-05 by blend'],
    ['2026-04-20', undefined],
    ['2036-04-05', undefined],
  ])('of the tenge on %s is %s', (day, expected) => {
    expect(shown('KZT', day)).toBe(expected);
  });

  it.each([
    ['2014-12-31', '3.49 of 2014-12-30 by bank'],
    ['2015-01-01', '3.5 of 2015-01-01 by cbt'],
    ['2026-04-03', '3.5 of 2026-04-03 by cbt'],
    ['2099-01-01', '3.5 of 2099-01-01 by cbt'],
  ])('of the manat on %s, around its peg, is %s', (day, expected) => {
    expect(shown('TMT', day)).toBe(expected);
  });

  it('has nothing to say of a figure whose source nobody can name, or without one', () => {
    expect([shown('KGS', '2026-04-03'), shown('TJS', '2026-04-03')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

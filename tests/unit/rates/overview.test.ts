import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChange } from '@/lib/rates/format';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { lastDays, rateOverviews } from '@/lib/rates/overview';
import { type Change, changeBetween } from '@/lib/rates/quote';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import type { TickerDirection } from '@/lib/site/identity';
import { seriesOf } from './arbitraries';
import { observation, SOURCES } from './build';

const NOON = new Date('2026-04-16T12:00:00Z');

function overviews(
  observations: readonly Observation[],
  direction: TickerDirection = 'local-usd',
  chosen?: ReadonlyMap<'KZT', string>,
) {
  const rates = { history: new RateHistory(observations, chosen), sources: SOURCES };
  return rateOverviews(rates, NOON, direction, 'UTC');
}

function tenge(...args: Parameters<typeof overviews>) {
  const found = overviews(...args).find(({ code }) => code === 'KZT');
  if (!found) throw new Error('there is no tenge');
  return found;
}

/** A change as readers see it, or why there is none. */
function shown(change: Change): string {
  return change.kind === 'moved' ? formatChange(change.percent) : change.kind;
}

function changesOf(...args: Parameters<typeof overviews>): string[] {
  const { day, week, month } = tenge(...args).changes;
  return [day, week, month].map(shown);
}

const days = (rates: Readonly<Record<string, string>>, source?: string) =>
  Object.entries(rates).map(([day, rate]) => observation('KZT', day, rate, source));

const MONTH = {
  '2026-03-16': '500',
  '2026-03-17': '480',
  '2026-04-08': '490',
  '2026-04-09': '450',
  '2026-04-15': '440',
  '2026-04-16': '400',
};

describe('changes', () => {
  it('are those since the day before, the seventh and the thirtieth before', () => {
    expect(changesOf(days(MONTH), 'usd-local')).toEqual([
      '\u22129.09%',
      '\u221211.11%',
      '\u221216.67%',
    ]);
    expect(changesOf(days(MONTH), 'local-usd')).toEqual(['+10.00%', '+12.50%', '+20.00%']);
  });

  it('count from the figure that held where the day itself has none', () => {
    const { '2026-03-17': _, '2026-04-09': __, ...sparse } = MONTH;
    expect(changesOf(days(sparse), 'usd-local')).toEqual([
      '\u22129.09%',
      '\u221218.37%',
      '\u221220.00%',
    ]);
  });

  it('count back from the newest figure, not from today', () => {
    const old = { '2026-01-02': '500', '2026-01-09': '450', '2026-01-10': '405' };
    expect(changesOf(days(old), 'usd-local')).toEqual(['\u221210.00%', '\u221219.00%', 'none']);
  });

  it('are none where the figure that held is more than two weeks older still', () => {
    // Seven days before is the 9th, and a fortnight before that the 26th of March.
    expect(changesOf(days({ '2026-03-26': '500', '2026-04-16': '400' }), 'usd-local')).toEqual([
      'none',
      '\u221220.00%',
      'none',
    ]);
    expect(changesOf(days({ '2026-03-25': '500', '2026-04-16': '400' }))).toEqual([
      'none',
      'none',
      'none',
    ]);
    // Thirty days before is the 17th of March.
    expect(changesOf(days({ '2026-03-03': '500', '2026-04-16': '400' }), 'usd-local')).toEqual([
      'none',
      'none',
      '\u221220.00%',
    ]);
    expect(changesOf(days({ '2026-03-02': '500', '2026-04-16': '400' }))).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  it('are none on the first day', () => {
    expect(changesOf(days({ '2026-04-16': '400' }))).toEqual(['none', 'none', 'none']);
  });

  it('never reach into another source', () => {
    const { '2026-04-16': today, ...before } = MONTH;
    const found = [...days(before), ...days({ '2026-04-16': today }, 'blend')];
    expect(changesOf(found)).toEqual(['none', 'none', 'none']);
    const { '2026-04-15': yesterday } = MONTH;
    expect(
      changesOf(
        [...days(MONTH), ...days({ '2026-04-15': yesterday, '2026-04-16': '396' }, 'blend')],
        'usd-local',
        new Map([['KZT', 'blend']]),
      ),
    ).toEqual(['\u221210.00%', 'none', 'none']);
  });
});

describe('an overview', () => {
  it('is there for each currency, in their order', () => {
    for (const known of [[], days(MONTH)]) {
      expect(overviews(known).map(({ code }) => code)).toEqual(CURRENCY_CODES);
    }
  });

  it('has local units for a dollar whichever way the site quotes them', () => {
    expect([tenge(days(MONTH)).rate, tenge(days(MONTH), 'usd-local').rate]).toEqual(['400', '400']);
  });

  it('of what is missing has no rate, no change and no line', () => {
    expect(tenge([])).toEqual({
      code: 'KZT',
      quote: { kind: 'missing', pair: 'KZT/USD', code: 'KZT' },
      rate: null,
      changes: { day: { kind: 'none' }, week: { kind: 'none' }, month: { kind: 'none' } },
      trend: [],
    });
  });

  it('of what is fixed has its rate and no line, whatever others say of it', () => {
    const wobble = observation('TMT', '2026-04-16', '3.495', 'blend');
    const fixed = { kind: 'fixed' };
    expect(overviews([wobble])[4]).toMatchObject({
      code: 'TMT',
      rate: '3.5',
      changes: { day: fixed, week: fixed, month: fixed },
      trend: [],
    });
  });
});

describe('the line of a month', () => {
  it('is drawn from the quoted values of thirty days, both ends included', () => {
    const { '2026-03-16': _, ...month } = MONTH;
    const points = Object.entries(month).map(([date, rate]) => ({ date, value: Number(rate) }));
    expect(tenge(days(MONTH), 'usd-local').trend).toEqual(points);
    expect(tenge(days(MONTH), 'local-usd').trend).toEqual(
      points.map(({ date, value }) => ({ date, value: 1 / value })),
    );
  });

  it('is of one source alone', () => {
    const found = [...days(MONTH), ...days({ '2026-04-10': '999', '2026-04-14': '1' }, 'blend')];
    expect(tenge(found, 'usd-local').trend.map(({ value }) => value)).not.toContain(999);
  });
});

describe('lastDays', () => {
  it('counts days of the calendar and includes both ends', () => {
    const series = days(MONTH);
    expect(lastDays(series, 7).map(({ date }) => date)).toEqual([
      '2026-04-09',
      '2026-04-15',
      '2026-04-16',
    ]);
    expect(lastDays(series, 0).map(({ date }) => date)).toEqual(['2026-04-16']);
    expect(lastDays([], 7)).toEqual([]);
  });
});

describe('a change between two figures', () => {
  const before = observation('KZT', '2026-04-02', '500');

  it.each([
    ['2026-04-03', '\u221220.00%'],
    ['2026-04-16', '\u221220.00%'],
    ['2026-04-17', 'none'],
    ['2027-04-02', 'none'],
  ])('of 2 April and %s is %s', (day, change) => {
    const after = observation('KZT', day, '400');
    expect(shown(changeBetween(before, after, 'usd-local'))).toBe(change);
  });

  it('is none without an earlier one', () => {
    expect(changeBetween(undefined, before, 'usd-local')).toEqual({ kind: 'none' });
  });

  it('is never told of more than a fortnight, and never is minus zero or no number', () => {
    fc.assert(
      fc.property(
        seriesOf('KZT'),
        fc.constantFrom('local-usd', 'usd-local'),
        (series, direction) => {
          const { quote, changes } = tenge(series, direction);
          const gap = series.length < 2 ? Infinity : daysBetween(series.at(-2), series.at(-1));
          expect(changes.day.kind).toBe(gap > 14 ? 'none' : 'moved');
          expect(quote.kind === 'observed' && quote.change).toEqual(changes.day);
          for (const change of Object.values(changes)) {
            expect(shown(change)).toMatch(/^(?:none|0\.00%|[+\u2212](?!0\.00)[\d,]+\.\d\d%)$/);
          }
        },
      ),
    );
  });
});

function daysBetween(one: Observation | undefined, other: Observation | undefined): number {
  return (Date.parse(other?.date ?? '') - Date.parse(one?.date ?? '')) / 86_400_000;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/rates/dates';
import { historyDocument, historyTable, ratesDocument } from '@/lib/rates/documents';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { parseObservations } from '@/lib/rates/observationsFile';
import { type RateOverview, rateOverviews } from '@/lib/rates/overview';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { ratesEn } from '@/lib/site/messages/ratesEn';
import { FLOATING, seriesOf } from './arbitraries';
import { date, observation, SOURCES } from './build';

const NOON = new Date('2026-04-16T12:00:00Z');
const LAST_DAY = dayNumber(date('2026-12-31'));
const WORDS = {
  notice: 'Reference rates.',
  names: ratesEn.names,
  page: (code: CurrencyCode) => `https://courier.example/rates/${code.toLowerCase()}`,
};

function known(observations: readonly Observation[]) {
  const rates = { history: new RateHistory(observations), sources: SOURCES };
  const overviews = rateOverviews(rates, NOON, 'local-usd', 'UTC');
  const of = (code: CurrencyCode): RateOverview => {
    const overview = overviews.find((one) => one.code === code);
    if (!overview) throw new Error(`${code} is missing`);
    return overview;
  };
  return { rates, overviews, of };
}

const OBSERVATIONS = [
  { ...observation('UZS', '2026-04-15', '12194.21'), via: 'frankfurter' },
  { ...observation('UZS', '2026-04-16', '12142.10'), via: 'frankfurter' },
  observation('KGS', '2026-04-15', '87.4500'),
  observation('KGS', '2026-04-16', '87.4500002'),
  observation('KZT', '2026-03-01', '478.77', 'blend'),
];

describe('the newest rates', () => {
  const { overviews } = known(OBSERVATIONS);
  const text = ratesDocument(overviews, WORDS);
  const document = JSON.parse(text);
  const of = (code: CurrencyCode) =>
    document.rates.find((rate: { code: string }) => rate.code === code);

  it('say what they are, and end with the end of a line', () => {
    expect(document).toMatchObject({ base: 'USD', notice: 'Reference rates.' });
    expect(document.rates.map(({ code }: { code: string }) => code)).toEqual(CURRENCY_CODES);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('have every fact of an observed rate', () => {
    expect(of('UZS')).toEqual({
      code: 'UZS',
      number: '860',
      name: 'Uzbekistani Som',
      kind: 'observed',
      rate: '12142.10',
      inverse: '0.00008236',
      date: '2026-04-16',
      age: 'fresh',
      fixedSince: null,
      pair: 'UZS/USD',
      change: { day: 0.4292, week: null, month: null },
      source: {
        id: 'bank',
        name: 'A bank',
        url: 'https://bank.example',
        kind: 'official',
        licence: null,
      },
      via: 'Frankfurter',
      page: 'https://courier.example/rates/uzs',
    });
  });

  it('have zero, and not minus zero, for a move of less than their digits', () => {
    expect(Object.is(of('KGS').change.day, 0)).toBe(true);
    expect(text).not.toMatch(/: -/);
  });

  it('say of old figures that they are old, and of whom they are', () => {
    expect(of('KZT')).toMatchObject({
      age: 'expired',
      via: null,
      source: { kind: 'aggregated', licence: 'CC0' },
      change: { day: null, week: null, month: null },
    });
  });

  it('have nulls for what is missing', () => {
    expect(of('TJS')).toMatchObject({
      kind: 'missing',
      rate: null,
      inverse: null,
      date: null,
      age: null,
      source: null,
      change: { day: null, week: null, month: null },
    });
  });

  it('say since when a rate is fixed, and call no day that of its figure', () => {
    expect(of('TMT')).toMatchObject({
      kind: 'fixed',
      rate: '3.5',
      inverse: '0.2857',
      date: null,
      age: null,
      fixedSince: '2015-01-01',
      source: { kind: 'peg' },
    });
  });
});

describe('the history of a currency', () => {
  it('has all figures of the source that is shown, oldest first, in its digits', () => {
    const { rates, of } = known(OBSERVATIONS);
    expect(JSON.parse(historyDocument(rates, of('UZS'), WORDS) ?? '')).toEqual({
      code: 'UZS',
      name: 'Uzbekistani Som',
      base: 'USD',
      notice: 'Reference rates.',
      source: {
        id: 'bank',
        name: 'A bank',
        url: 'https://bank.example',
        kind: 'official',
        licence: null,
      },
      rates: [
        { date: '2026-04-15', rate: '12194.21' },
        { date: '2026-04-16', rate: '12142.10' },
      ],
    });
    expect(historyTable(rates, of('UZS'))).toBe(
      'date,UZS\n2026-04-15,12194.21\n2026-04-16,12142.10\n',
    );
  });

  it('is one figure of what is fixed', () => {
    const { rates, of } = known([]);
    expect(historyTable(rates, of('TMT'))).toBe('date,TMT\n2015-01-01,3.5\n');
    expect(JSON.parse(historyDocument(rates, of('TMT'), WORDS) ?? '')).toMatchObject({
      source: { id: 'cbt' },
      rates: [{ date: '2015-01-01', rate: '3.5' }],
    });
  });

  it('is null where nothing is known', () => {
    const { rates, of } = known([]);
    expect([historyDocument(rates, of('KZT'), WORDS), historyTable(rates, of('KZT'))]).toEqual([
      null,
      null,
    ]);
  });
});

describe('any figures', () => {
  const anySeries = fc.constantFrom(...FLOATING).chain(seriesOf);

  it('are read back from their table as they were', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const [first] = series;
        if (!first) throw new Error('a series is never empty');
        const { rates, of } = known(series);
        const table = historyTable(rates, of(first.quote)) ?? '';
        expect(parseObservations(table, 'bank', LAST_DAY)).toEqual({ value: series, findings: [] });
      }),
    );
  });

  it('make documents that are read back, without minus zeros, exponents and what is no number', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const { rates, overviews } = known(series);
        const texts = overviews.flatMap((one) => historyDocument(rates, one, WORDS) ?? []);
        for (const text of [ratesDocument(overviews, WORDS), ...texts]) {
          expect(() => JSON.parse(text)).not.toThrow();
          expect(text).not.toMatch(/-0[,\s]|NaN|Infinity|undefined|\d[eE][+-]?\d/);
        }
      }),
    );
  });
});

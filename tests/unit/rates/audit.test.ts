import { describe, expect, it } from 'vitest';
import {
  type Audit,
  audit,
  describeDisagreement,
  disagreements,
  type Testimony,
  TOLERANCE,
} from '@/lib/rates/audit';
import { FetchError } from '@/lib/rates/fetching/fetchText';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { cbu } from '@/lib/rates/providers/cbu';
import {
  AnswerError,
  type Provider,
  type ProviderId,
  type RawRate,
} from '@/lib/rates/providers/provider';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { cbuTable } from '@/tests/fixtures/rates/answers';
import { date, observation, SOURCES } from './build';

const NOON = new Date('2026-04-01T12:00:00Z');

/** A provider that answers without a network. */
function provider(
  id: ProviderId,
  quotes: readonly CurrencyCode[],
  answer: (quote: CurrencyCode) => readonly RawRate[],
): Provider {
  return {
    id,
    kind: 'own',
    quotes,
    ask: async ({ quote }) => ({ kind: 'rates', rates: answer(quote), notes: [] }),
  };
}

function raw(quote: CurrencyCode, value: string, day = '2026-04-01'): RawRate {
  return { source: 'nbk', quote, date: day, value, nominal: '1' };
}

/** The Central Bank of Uzbekistan with a table, of which only what follows for others counts. */
function bankWith(table: string): Provider {
  const bank = cbu('https://cbu.example');
  return {
    ...bank,
    ask: async () => ({ kind: 'unchanged' }),
    crossRates: async () => (await bank.crossRates?.(async () => table)) ?? [],
  };
}

function auditOf(
  providers: readonly Provider[],
  observations: readonly Observation[] = [],
  pegsOnly = false,
): Promise<Audit> {
  const rates = { history: new RateHistory(observations), sources: SOURCES };
  return audit({ providers, rates, now: NOON, pegsOnly });
}

function testimony(rate: number, facts: Partial<Testimony> = {}): Testimony {
  return { quote: 'KZT', witness: 'stored', date: date('2026-04-01'), rate, ...facts };
}

function between(...testimonies: readonly Testimony[]) {
  return disagreements({ testimonies, failures: [] });
}

describe('an audit', () => {
  it('hears what is stored, the peg and the newest of every provider', async () => {
    const nbk = provider('nbk', ['KZT'], () => [
      raw('KZT', '481.54', '2026-03-31'),
      raw('KZT', '478.77'),
    ]);
    const { testimonies, failures } = await auditOf(
      [nbk],
      [observation('KZT', '2026-04-01', '475.17')],
    );
    expect(failures).toEqual([]);
    expect(testimonies).toEqual([
      { quote: 'KZT', witness: 'stored', date: '2026-04-01', rate: 475.17 },
      { quote: 'TMT', witness: 'peg', date: '2026-04-01', rate: 3.5 },
      { quote: 'KZT', witness: 'nbk', date: '2026-04-01', rate: 478.77 },
    ]);
  });

  it('says who could not be heard, and hears the others', async () => {
    const failing = (id: ProviderId, error: Error): Provider => ({
      ...provider(id, ['KZT'], () => []),
      ask: () => Promise.reject(error),
    });
    const { testimonies, failures } = await auditOf([
      failing('nbkr', new AnswerError('no table')),
      failing('nbt', new FetchError('status', 'HTTP 500', { status: 500 })),
      provider('nbk', ['KZT'], () => [raw('KZT', '4.7877')]),
      provider('frankfurter', ['KZT'], () => [raw('KZT', '478.77')]),
    ]);
    expect(failures).toEqual([
      { witness: 'nbkr', quote: 'KZT', message: 'no table' },
      { witness: 'nbt', quote: 'KZT', message: 'HTTP 500' },
      {
        witness: 'nbk',
        quote: 'KZT',
        message: '4.7877 of 2026-04-01: 4.7877 KZT for a dollar is not plausible (300 to 900 is)',
      },
    ]);
    expect(testimonies.map(({ witness }) => witness)).toEqual(['peg', 'frankfurter']);
  });

  it('does not hide a fault of the program', async () => {
    const broken: Provider = {
      ...provider('nbk', ['KZT'], () => []),
      ask: () => Promise.reject(new TypeError('a fault')),
    };
    await expect(auditOf([broken])).rejects.toThrow('a fault');
  });

  it('asks only for what is fixed where that is wanted', async () => {
    const asked: CurrencyCode[] = [];
    const all = provider('fawazahmed0', CURRENCY_CODES, (quote) => {
      asked.push(quote);
      return [raw(quote, '3.4954')];
    });
    const { testimonies } = await auditOf([all], [], true);
    expect(asked).toEqual(['TMT']);
    expect(testimonies).toContainEqual({
      quote: 'TMT',
      witness: 'fawazahmed0',
      date: '2026-04-01',
      rate: 3.4954,
    });
  });
});

describe('the manat of the Central Bank of Uzbekistan', () => {
  const table = (dollar: string, manat: string) =>
    cbuTable('01.04.2026', [
      { code: 'USD', value: dollar },
      { code: 'TMT', value: manat },
    ]);
  const auditWith = (dollar: string, manat: string) =>
    auditOf([bankWith(table(dollar, manat))], [], true);

  it('of 3.02 disagrees with the peg', async () => {
    const [found, ...others] = disagreements(await auditWith('12194.21', '4037.68'));
    if (!found) throw new Error('nothing was found');
    expect(others).toEqual([]);
    expect(describeDisagreement(found)).toBe(
      'TMT: 3.5 (peg, 2026-04-01) and 3.020103 (cbu (by way of its own currency), 2026-04-01) differ by 15.9%',
    );
  });

  it('of 3.50 agrees with it', async () => {
    expect(disagreements(await auditWith('12142.10', '3469.17'))).toEqual([]);
  });

  it.each([
    ['0', '4037.68'],
    ['12194.21', '0'],
    ['-12194.21', '4037.68'],
    ['much', '4037.68'],
  ])('is no testimony where a dollar is %s and a manat %s', async (dollar, manat) => {
    const { testimonies } = await auditWith(dollar, manat);
    expect(testimonies.map(({ witness }) => witness)).toEqual(['peg']);
  });
});

describe('a disagreement', () => {
  it.each([
    [100, 101.99, 0],
    [100, 102.01, 1],
    [102.01, 100, 1],
    [100, 100, 0],
    [100, 98.05, 0],
    [100, 98.03, 1],
  ])('of %d and %d: there are %d', (one, other, count) => {
    expect(between(testimony(one), testimony(other, { witness: 'nbk' }))).toHaveLength(count);
  });

  it('is told in percent of the smaller figure', () => {
    const [found] = between(testimony(500), testimony(400, { witness: 'nbk' }));
    expect(found?.percent).toBeCloseTo(25, 9);
    const [turned] = between(testimony(400), testimony(500, { witness: 'nbk' }));
    expect(turned?.percent).toBeCloseTo(25, 9);
  });

  it('can be looked for more closely', () => {
    const audit = { testimonies: [testimony(100), testimony(101)], failures: [] };
    expect(disagreements(audit, 0.5)).toHaveLength(1);
    expect(disagreements(audit, TOLERANCE)).toHaveLength(0);
  });

  it.each([
    ['2026-04-05', 1],
    ['2026-04-06', 0],
    ['2026-03-28', 1],
    ['2026-03-27', 0],
  ])('needs nearly the same day: of 1 April and %s there are %d', (day, count) => {
    expect(between(testimony(100), testimony(200, { date: date(day) }))).toHaveLength(count);
  });

  it('needs the same currency', () => {
    expect(between(testimony(100), testimony(200, { quote: 'KGS' }))).toEqual([]);
  });

  it('is between every two', () => {
    expect(between(testimony(100), testimony(110), testimony(121))).toHaveLength(3);
  });
});

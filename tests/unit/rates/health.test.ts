import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rateHealth } from '@/lib/rates/health';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { type ProviderState, putProviderState } from '@/lib/rates/store/providerStates';
import { quarantine } from '@/lib/rates/store/quarantine';
import { RateStore } from '@/lib/rates/store/rateStore';
import { date, decimal, observation, SOURCES } from './build';

const NOON = new Date('2026-04-16T12:00:00Z');
const HOUR = 3_600_000;

let store: RateStore;

beforeEach(() => {
  store = RateStore.inMemory();
});

afterEach(() => store.close());

const WELL = [
  observation('KGS', '2026-04-16', '87.45'),
  observation('KZT', '2026-04-16', '478.77'),
  observation('TJS', '2026-04-16', '9.3288'),
  { ...observation('UZS', '2026-04-17', '12142.10'), via: 'frankfurter' },
];

function health(
  observations: readonly Observation[] = WELL,
  providers: readonly string[] = [],
  remarks: readonly string[] = [],
) {
  return rateHealth({
    rates: { history: new RateHistory(observations), sources: SOURCES, findings: [] },
    store,
    providers: providers.map((id) => ({ id })),
    remarks,
    now: NOON,
    timeZone: 'UTC',
  });
}

function remember(id: string, state: Partial<ProviderState>): void {
  putProviderState(store, id, {
    failures: 0,
    closedUntil: 0,
    pause: 0,
    attemptedAt: NOON.getTime(),
    succeededAt: NOON.getTime() - HOUR,
    message: null,
    ...state,
  });
}

describe('rates that are well', () => {
  it('have no troubles', () => {
    expect(health()).toMatchObject({ status: 'ok', troubles: [], held: [] });
  });

  it('say of each currency whose figure is shown, and of which day', () => {
    expect(health().currencies).toEqual([
      { code: 'KGS', source: 'bank', via: null, date: '2026-04-16', age: 'fresh' },
      { code: 'KZT', source: 'bank', via: null, date: '2026-04-16', age: 'fresh' },
      { code: 'TJS', source: 'bank', via: null, date: '2026-04-16', age: 'fresh' },
      { code: 'UZS', source: 'bank', via: 'Frankfurter', date: '2026-04-17', age: 'fresh' },
      { code: 'TMT', source: 'cbt', via: null, date: '2015-01-01', age: 'fixed' },
    ]);
  });
});

describe('a currency', () => {
  it('without a figure is a trouble', () => {
    const found = health(WELL.slice(1));
    expect(found.status).toBe('trouble');
    expect(found.troubles).toEqual(['KGS: there is no rate.']);
    expect(found.currencies[0]).toEqual({
      code: 'KGS',
      source: null,
      via: null,
      date: null,
      age: 'missing',
    });
  });

  it('whose figure is old is one too, in words', () => {
    const found = health([
      observation('KGS', '2026-04-12', '87.45'),
      observation('KZT', '2026-04-11', '478.77'),
      observation('TJS', '2026-04-02', '9.3288'),
      observation('UZS', '2026-04-01', '12142.10'),
    ]);
    expect(found.troubles).toEqual([
      'KZT: the newest rate is of 2026-04-11 and is shown as not current (stale).',
      'TJS: the newest rate is of 2026-04-02 and is shown as not current (stale).',
      'UZS: the newest rate is of 2026-04-01 and is shown as not current (expired).',
    ]);
  });
});

describe('a provider', () => {
  it('that was never asked is no trouble', () => {
    const found = health(WELL, ['nbk']);
    expect(found.status).toBe('ok');
    expect(found.providers).toEqual([
      {
        id: 'nbk',
        state: 'untried',
        failures: 0,
        lastSuccess: null,
        closedUntil: null,
        message: null,
      },
    ]);
  });

  it('that is well says when it last was', () => {
    remember('nbk', {});
    expect(health(WELL, ['nbk']).providers[0]).toMatchObject({
      state: 'well',
      lastSuccess: '2026-04-16T11:00:00.000Z',
    });
    expect(health(WELL, ['nbk']).status).toBe('ok');
  });

  it('that answered in part is a trouble, though it is well', () => {
    remember('nbk', { message: 'KZT: 1 of 2026-04-16: not plausible' });
    const found = health(WELL, ['nbk']);
    expect(found.providers[0]?.state).toBe('well');
    expect(found.troubles).toEqual(['nbk answered in part: KZT: 1 of 2026-04-16: not plausible']);
  });

  it.each([
    [1, 'once'],
    [2, '2 times'],
  ])('that failed %d times says so: %s', (failures, words) => {
    remember('nbk', { failures, message: 'HTTP 500' });
    const found = health(WELL, ['nbk']);
    expect(found.providers[0]).toMatchObject({ state: 'failing', failures, closedUntil: null });
    expect(found.troubles).toEqual([`nbk failed ${words}: HTTP 500`]);
  });

  it('that is left alone says until when, and may be asked from that moment on', () => {
    const closedUntil = NOON.getTime() + HOUR;
    remember('nbk', { failures: 3, closedUntil, succeededAt: null, message: 'HTTP 500' });
    const found = health(WELL, ['nbk']);
    expect(found.providers[0]).toEqual({
      id: 'nbk',
      state: 'closed',
      failures: 3,
      lastSuccess: null,
      closedUntil: '2026-04-16T13:00:00.000Z',
      message: 'HTTP 500',
    });
    expect(found.troubles).toEqual(['nbk is left alone until 2026-04-16T13:00:00.000Z: HTTP 500']);
    remember('nbk', { failures: 3, closedUntil: NOON.getTime(), message: 'HTTP 500' });
    expect(health(WELL, ['nbk']).providers[0]).toMatchObject({
      state: 'failing',
      closedUntil: null,
    });
  });

  it('that is asked no more is not told of', () => {
    remember('retired', { failures: 3, message: 'HTTP 410' });
    expect(health(WELL, ['nbk'])).toMatchObject({ status: 'ok', troubles: [] });
  });
});

describe('a figure that is held back', () => {
  it('is named with its source, its day and since when', () => {
    quarantine(store, {
      source: 'nbk',
      quote: 'KZT',
      date: date('2026-04-16'),
      rate: decimal('560'),
      via: 'frankfurter',
      nominal: 1,
      firstSeen: NOON.getTime() - 2 * HOUR,
      lastSeen: NOON.getTime(),
    });
    const found = health();
    expect(found.held).toEqual([
      {
        source: 'nbk',
        code: 'KZT',
        date: '2026-04-16',
        rate: '560',
        since: '2026-04-16T10:00:00.000Z',
      },
    ]);
    expect(found.status).toBe('trouble');
    expect(found.troubles).toEqual([
      'KZT: 560 of 2026-04-16 by nbk moved too far and is held until it is confirmed.',
    ]);
  });
});

it('what else there is to say is said last, and is trouble', () => {
  remember('nbk', { failures: 1, message: null });
  const found = health(WELL.slice(1), ['nbk'], ['The store: disk full']);
  expect(found.troubles).toEqual([
    'KGS: there is no rate.',
    'nbk failed once',
    'The store: disk full',
  ]);
  expect(health(WELL, [], ['The store: disk full']).status).toBe('trouble');
});

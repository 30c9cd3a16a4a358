import { afterEach, describe, expect, it } from 'vitest';
import { providerCatalogue } from '@/lib/rates/providers/catalogue';
import type { RefreshReport } from '@/lib/rates/refresh/refresh';
import { refresh } from '@/lib/rates/refresh/refresh';
import { providerState } from '@/lib/rates/store/providerStates';
import { quarantined } from '@/lib/rates/store/quarantine';
import { RateStore } from '@/lib/rates/store/rateStore';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import {
  cbtFile,
  cbuTable,
  fawazahmed0File,
  frankfurterRows,
  HTML_PAGE,
  nbkDay,
  nbkNewest,
  nbkrDaily,
  nbtTable,
} from '@/tests/fixtures/rates/answers';
import { allAt, type Handler, hanging, type Loopback } from '@/tests/fixtures/rates/loopback';
import { IMPATIENT, loopback } from './support';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T09:00:00Z');

const stores: RateStore[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

function aStore(): RateStore {
  const store = RateStore.inMemory();
  stores.push(store);
  return store;
}

interface RunOptions {
  readonly now?: number;
  /** In place of the first site's address. */
  readonly addresses?: Partial<ReturnType<typeof allAt>>;
}

function run(
  store: RateStore,
  { address }: Pick<Loopback, 'address'>,
  { now = NOW, addresses = {} }: RunOptions = {},
): Promise<RefreshReport> {
  return refresh({
    ...IMPATIENT,
    store,
    providers: providerCatalogue({ ...allAt(address), ...addresses }),
    fixed: new Set(['TMT']),
    now: () => now,
  });
}

/** Frankfurter's address for a currency, whatever day it begins with. */
function frankfurterPath(rows: Readonly<Record<string, readonly (readonly [string, number])[]>>) {
  const answer: Handler = (request, response) => {
    const quote = new URL(request.url ?? '', 'http://loopback').searchParams.get('quotes') ?? '';
    const known = rows[quote];
    if (known === undefined) response.writeHead(503).end();
    else response.end(frankfurterRows(quote, known));
  };
  return { '/v2/rates': answer };
}

const FRANKFURTER = {
  KGS: [
    ['2026-11-20', 87.45],
    ['2026-11-23', 87.45],
  ],
  KZT: [
    ['2026-11-22', 478.77],
    ['2026-11-23', 475.09],
  ],
  TJS: [
    ['2026-11-22', 9.3371],
    ['2026-11-23', 9.3288],
  ],
  UZS: [
    ['2026-11-20', 12194.21],
    ['2026-11-23', 12142.1],
  ],
} as const;

const CBU = '/en/arkhiv-kursov-valyut/json/';
const BANKS = {
  '/XML/daily.xml': nbkrDaily('23.11.2026', [{ code: 'USD', value: '87,4500' }]),
  '/rss/rates_all.xml': nbkNewest('23.11.2026', [{ code: 'USD', value: '475.09' }]),
  '/rss/get_rates.cfm': nbkDay('22.11.2026', [{ code: 'USD', value: '478.77' }]),
  '/en/kurs/export_xml.php?date=2026-11-23&export=xmlout': nbtTable('2026-11-23', [
    { code: 'USD', value: '9.3288' },
  ]),
  '/en/kurs/export_xml.php?date=2026-11-22&export=xmlout': nbtTable('2026-11-22', [
    { code: 'USD', value: '9.3371' },
  ]),
  [CBU]: cbuTable('23.11.2026', [{ code: 'USD', value: '12142.10' }]),
  [`${CBU}USD/2026-11-22/`]: cbuTable('20.11.2026', [{ code: 'USD', value: '12194.21' }]),
};
const FAWAZAHMED0 = {
  '/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json': fawazahmed0File(
    '2026-11-23',
    {
      kgs: 87.4479,
      kzt: 476.2,
      tjs: 9.33,
      uzs: 12150.3,
      tmt: 3.4954,
    },
  ),
};

function newest(store: RateStore, source: string, quote: CurrencyCode) {
  const found = store.newest(source, quote);
  return found && `${found.date} ${found.rate} ${found.via}`;
}

function outcomes({ asked }: RefreshReport): string[] {
  return asked.map(({ provider, quote, outcome }) => `${quote} ${provider} ${outcome}`);
}

describe('refresh', () => {
  it('takes the banks\u2019 own figures from Frankfurter, and asks nobody else', async () => {
    const store = aStore();
    const site = await loopback(frankfurterPath(FRANKFURTER));
    const report = await run(store, site);
    expect(outcomes(report)).toEqual([
      'KGS frankfurter answered',
      'KZT frankfurter answered',
      'TJS frankfurter answered',
      'UZS frankfurter answered',
    ]);
    expect(report).toMatchObject({ changed: true, storeFailure: null });
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 475.09 frankfurter');
    expect(store.newest('nbk', 'KZT', '2026-11-23')?.rate).toBe('478.77');
    expect(store.chosen().get('UZS')?.source).toBe('cbu');
  });

  it('goes to each bank where Frankfurter fails, and counts it as the same source', async () => {
    const store = aStore();
    const site = await loopback({ ...frankfurterPath({ KGS: FRANKFURTER.KGS }), ...BANKS });
    await run(store, site);
    expect(newest(store, 'nbkr', 'KGS')).toBe('2026-11-23 87.45 frankfurter');
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 475.09 nbk');
    expect(newest(store, 'nbt', 'TJS')).toBe('2026-11-23 9.3288 nbt');
    expect(newest(store, 'cbu', 'UZS')).toBe('2026-11-23 12142.10 cbu');
    // The same figures by another way are nothing new.
    const again = await run(store, await loopback(frankfurterPath(FRANKFURTER)), {
      now: NOW + HOUR,
    });
    expect(again.changed).toBe(false);
    expect(new Set(again.asked.flatMap(({ rows }) => rows).map(({ fate }) => fate))).toEqual(
      new Set(['same']),
    );
  });

  it('goes to the aggregated source last', async () => {
    const store = aStore();
    const site = await loopback({ ...FAWAZAHMED0, '/XML/daily.xml': HTML_PAGE });
    const report = await run(store, site);
    expect(outcomes(report).filter((one) => one.startsWith('KGS'))).toEqual([
      'KGS frankfurter failed',
      'KGS nbkr failed',
      'KGS fawazahmed0 answered',
    ]);
    expect(newest(store, 'fawazahmed0', 'KGS')).toBe('2026-11-23 87.4479 fawazahmed0');
    expect(store.chosen().get('KGS')?.source).toBe('fawazahmed0');
    // The manat is fixed: nobody is asked for it but its own bank.
    expect(store.newest('fawazahmed0', 'TMT')).toBeUndefined();
  });

  it('keeps the bank\u2019s own figure of today rather than go to another source', async () => {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const report = await run(store, await loopback(FAWAZAHMED0), { now: NOW + HOUR });
    expect(outcomes(report)).not.toContain('KZT fawazahmed0 answered');
    expect(store.chosen().get('KZT')?.source).toBe('nbk');
    const tomorrow = await run(store, await loopback(FAWAZAHMED0), { now: NOW + 24 * HOUR });
    expect(outcomes(tomorrow)).toContain('KZT fawazahmed0 answered');
  });

  it('goes on where a source answers with old figures, and keeps them', async () => {
    const store = aStore();
    const frozen = { ...FRANKFURTER, KZT: [['2026-11-10', 480.1]] } as const;
    const site = await loopback({ ...frankfurterPath(frozen), ...BANKS });
    const report = await run(store, site);
    expect(outcomes(report)).toContain('KZT nbk answered');
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 475.09 nbk');
  });

  it('replaces per currency: one that fails keeps what it had', async () => {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const later = {
      ...FRANKFURTER,
      KZT: [['2026-11-24', 472.31]],
      TJS: [['2026-11-24', 93.288]],
    } as const;
    const report = await run(store, await loopback(frankfurterPath(later)), {
      now: NOW + 24 * HOUR,
    });
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-24 472.31 frankfurter');
    expect(newest(store, 'nbt', 'TJS')).toBe('2026-11-23 9.3288 frankfurter');
    const refused = report.asked.find(
      ({ quote, provider }) => quote === 'TJS' && provider === 'frankfurter',
    );
    expect(refused?.messages.join()).toContain('not plausible');
  });

  it.each([
    ['a date that went back', [['2026-11-19', 478]], 'went back'],
    ['a date beyond the day after tomorrow', [['2026-11-26', 478]], 'has not come yet'],
    ['a rate the other way round', [['2026-11-24', 0.0021]], 'not plausible'],
    ['a hundredfold rate', [['2026-11-24', 47509]], 'not plausible'],
    ['a rate of nothing', [['2026-11-24', 0]], 'no rate'],
    ['a rate below nothing', [['2026-11-24', -475]], 'no rate'],
    ['a day that does not exist', [['2026-13-45', 475]], 'no date'],
  ] as const)('refuses %s', async (_, rows, reason) => {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const site = await loopback(frankfurterPath({ ...FRANKFURTER, KZT: rows }));
    const report = await run(store, site, { now: NOW + 1 });
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 475.09 frankfurter');
    expect(report.changed).toBe(false);
    const asked = report.asked.find(({ quote }) => quote === 'KZT');
    expect(asked?.messages.join()).toContain(reason);
  });

  it('does not believe a manat that moved by 14%, and takes one that did not', async () => {
    const store = aStore();
    const file = (rate: string) => cbtFile('23.11.2026', [{ code: 'USD', value: rate }]);
    const site = await loopback({ '/kurs/2026/23112026.xml': file('3.02') });
    const addresses = { cbt: site.address };
    const report = await run(store, site, { addresses });
    expect(store.newest('cbt', 'TMT')).toBeUndefined();
    const asked = report.asked.find(({ quote }) => quote === 'TMT');
    expect(asked?.messages.join()).toContain('3.02 TMT for a dollar is not plausible');
    site.answers.set('/kurs/2026/23112026.xml', file('3.5'));
    await run(store, site, { addresses, now: NOW + HOUR });
    expect(newest(store, 'cbt', 'TMT')).toBe('2026-11-23 3.5 cbt');
  });

  it('takes the rate of tomorrow and of the day after', async () => {
    const store = aStore();
    const site = await loopback(frankfurterPath({ ...FRANKFURTER, KZT: [['2026-11-25', 474]] }));
    await run(store, site);
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-25 474 frankfurter');
  });

  it('corrects what a source corrects, and logs it', async () => {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const corrected = {
      ...FRANKFURTER,
      UZS: [
        ['2026-11-20', 12194.5],
        ['2026-11-23', 12142.1],
      ],
    } as const;
    const report = await run(store, await loopback(frankfurterPath(corrected)), { now: NOW + 1 });
    expect(report.changed).toBe(true);
    expect(store.revisions(5)).toEqual([
      expect.objectContaining({
        source: 'cbu',
        date: '2026-11-20',
        before: '12194.21',
        after: '12194.5',
      }),
    ]);
  });

  it('leaves all as it is where every provider fails, with and without a store', async () => {
    const nobody = await loopback();
    const empty = aStore();
    const report = await run(empty, nobody);
    expect(report).toMatchObject({ changed: false, storeFailure: null });
    expect(empty.all()).toEqual([]);
    expect(outcomes(report)).toHaveLength(12);
    const full = aStore();
    await run(full, await loopback(frankfurterPath(FRANKFURTER)));
    const before = full.all();
    await run(full, await loopback({ '*': hanging }), { now: NOW + HOUR });
    expect(full.all()).toEqual(before);
  });

  it('asks with conditions, and is well where nothing changed', async () => {
    const store = aStore();
    const daily = BANKS['/XML/daily.xml'];
    const conditional: Handler = (request, response) => {
      if (request.headers['if-none-match'] === 'W/"530"') response.writeHead(304).end();
      else response.writeHead(200, { ETag: 'W/"530"' }).end(daily);
    };
    const site = await loopback({ '/XML/daily.xml': conditional });
    await run(store, site);
    const report = await run(store, site, { now: NOW + HOUR });
    expect(outcomes(report)).toContain('KGS nbkr unchanged');
    expect(outcomes(report)).not.toContain('KGS fawazahmed0 failed');
    expect(store.chosen().get('KGS')).toEqual({ source: 'nbkr', at: NOW + HOUR });
  });

  it('asks anew for an answer of which it refused something', async () => {
    const store = aStore();
    const bad = nbkrDaily('23.11.2026', [{ code: 'USD', value: '8,7450' }]);
    const { address, headers } = await loopback({
      '/XML/daily.xml': (_, response) => response.writeHead(200, { ETag: '"a"' }).end(bad),
    });
    await run(store, { address });
    await run(store, { address }, { now: NOW + HOUR });
    expect(headers.every((each) => each['if-none-match'] === undefined)).toBe(true);
  });

  it('says that the disk is full, keeps what it had and writes again when there is room', async () => {
    const store = aStore();
    const { pages = 0 } =
      store.query<{ pages: number }>('SELECT page_count AS pages FROM pragma_page_count').get() ??
      {};
    store.query(`PRAGMA max_page_count = ${pages}`).all();
    const history = Array.from({ length: 300 }, (_, day) => {
      const date = new Date(NOW - (300 - day) * 24 * HOUR).toISOString().slice(0, 10);
      return [date, 475 + (day % 7)] as const;
    });
    const site = await loopback(frankfurterPath({ ...FRANKFURTER, KZT: history }));
    const full = await run(store, site);
    expect(full.storeFailure).toMatch(/full/i);
    expect(newest(store, 'nbk', 'KZT')).toBeUndefined();
    expect(newest(store, 'nbt', 'TJS')).toBe('2026-11-23 9.3288 frankfurter');
    store.query('PRAGMA max_page_count = 1000000').all();
    expect((await run(store, site, { now: NOW + HOUR })).storeFailure).toBeNull();
    expect(newest(store, 'nbk', 'KZT')).toBeDefined();
  });
});

describe('the breaker', () => {
  it('leaves a provider alone after three runs that failed, then tries once', async () => {
    const store = aStore();
    const dead = await loopback({ '/v2/rates': (_, response) => response.writeHead(500).end() });
    const banks = await loopback({ ...BANKS });
    const addresses = { ...allAt(banks.address), frankfurter: dead.address };
    for (const hour of [0, 1, 2]) await run(store, banks, { addresses, now: NOW + hour * HOUR });
    const asked = dead.asked.length;
    const closed = await run(store, banks, { addresses, now: NOW + 2 * HOUR + 14 * 60_000 });
    expect(dead.asked).toHaveLength(asked);
    expect(outcomes(closed)).toContain('KZT frankfurter skipped');
    await run(store, banks, { addresses, now: NOW + 2 * HOUR + 16 * 60_000 });
    expect(dead.asked.length).toBeGreaterThan(asked);
    // Half open, it failed again: closed for twice as long.
    expect(providerState(store, 'frankfurter')).toMatchObject({ failures: 4, pause: 30 * 60_000 });
    dead.answers.set('/v2/rates', frankfurterPath(FRANKFURTER)['/v2/rates']);
    await run(store, banks, { addresses, now: NOW + 3 * HOUR });
    expect(providerState(store, 'frankfurter')).toMatchObject({ failures: 0, closedUntil: 0 });
  });

  it('leaves a provider alone for as long as it asks', async () => {
    const store = aStore();
    const busy: Handler = (_, response) => response.writeHead(429, { 'Retry-After': '1200' }).end();
    const site = await loopback({ '/v2/rates': busy });
    await run(store, site);
    expect(site.asked.filter((path) => path.startsWith('/v2/'))).toHaveLength(4);
    expect(providerState(store, 'frankfurter')?.closedUntil).toBe(NOW + 1_200_000);
    expect(outcomes(await run(store, site, { now: NOW + 600_000 }))).toContain(
      'KZT frankfurter skipped',
    );
  });
});

describe('a jump', () => {
  const jumped = {
    KZT: [
      ['2026-11-23', 475.09],
      ['2026-11-24', 540],
    ],
  } as const;
  const nextDay = NOW + 24 * HOUR;

  async function afterJump(answers: Readonly<Record<string, string | Handler>> = {}) {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const site = await loopback({ ...frankfurterPath(jumped), ...answers });
    const report = await run(store, site, { now: nextDay });
    return { store, site, report };
  }

  it('of more than eight percent is held back, and said', async () => {
    const { store, report } = await afterJump();
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 475.09 frankfurter');
    expect(quarantined(store)).toMatchObject([{ source: 'nbk', rate: '540', firstSeen: nextDay }]);
    expect(report.asked.flatMap(({ messages }) => messages).join()).toContain('moved by 13.7%');
  });

  it('is believed when the source still says so six hours later', async () => {
    const { store, site } = await afterJump();
    await run(store, site, { now: nextDay + 5.9 * HOUR });
    expect(newest(store, 'nbk', 'KZT')).toContain('475.09');
    await run(store, site, { now: nextDay + 6 * HOUR });
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-24 540 frankfurter');
    expect(quarantined(store)).toEqual([]);
  });

  it('is believed when an independent source agrees', async () => {
    const path = '/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json';
    const { store, report } = await afterJump({
      [path]: fawazahmed0File('2026-11-24', { kzt: 543 }),
    });
    expect(report.released).toMatchObject([{ source: 'nbk', fate: 'new' }]);
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-24 540 frankfurter');
  });

  it('is not confirmed by the same bank\u2019s own table', async () => {
    const table = nbkNewest('24.11.2026', [{ code: 'USD', value: '540' }]);
    const { store } = await afterJump({ '/rss/rates_all.xml': table });
    expect(newest(store, 'nbk', 'KZT')).toContain('475.09');
  });

  it('is forgotten when the next figure is an ordinary one', async () => {
    const { store } = await afterJump();
    const ordinary = { KZT: [['2026-11-24', 476]] } as const;
    await run(store, await loopback(frankfurterPath(ordinary)), { now: nextDay + HOUR });
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-24 476 frankfurter');
    expect(quarantined(store)).toEqual([]);
  });

  it('within history that is fetched for the first time is believed where it lasted', async () => {
    const store = aStore();
    const devalued = {
      KZT: [
        ['2026-11-20', 475],
        ['2026-11-21', 540],
        ['2026-11-22', 541],
        ['2026-11-23', 542],
      ],
    } as const;
    await run(store, await loopback(frankfurterPath(devalued)));
    expect(newest(store, 'nbk', 'KZT')).toBe('2026-11-23 542 frankfurter');
  });

  it('of three to eight percent is taken, with a remark', async () => {
    const store = aStore();
    await run(store, await loopback(frankfurterPath(FRANKFURTER)));
    const moved = { KZT: [['2026-11-24', 500]] } as const;
    const report = await run(store, await loopback(frankfurterPath(moved)), { now: nextDay });
    const row = report.asked.flatMap(({ rows }) => rows).find(({ date }) => date === '2026-11-24');
    expect(row).toMatchObject({ fate: 'new', remark: expect.stringContaining('5.2%') });
  });
});

import { describe, expect, it } from 'vitest';
import { HTML_PAGE, nbkrDaily } from '@/tests/fixtures/rates/answers';
import { type Handler, hanging } from '@/tests/fixtures/rates/loopback';
import {
  aStore,
  BANKS,
  FAWAZAHMED0,
  FRANKFURTER,
  frankfurterPath,
  HOUR,
  NOW,
  newest,
  outcomes,
  run,
} from './running';
import { loopback } from './support';

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

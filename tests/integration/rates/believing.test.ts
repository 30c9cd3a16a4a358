import { describe, expect, it } from 'vitest';
import { quarantined } from '@/lib/rates/store/quarantine';
import { cbtFile, fawazahmed0File, nbkNewest } from '@/tests/fixtures/rates/answers';
import type { Handler } from '@/tests/fixtures/rates/loopback';
import { aStore, FRANKFURTER, frankfurterPath, HOUR, NOW, newest, run } from './running';
import { loopback } from './support';

describe('a refresh', () => {
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

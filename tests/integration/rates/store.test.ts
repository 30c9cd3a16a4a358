import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { providerState, putProviderState } from '@/lib/rates/store/providerStates';
import { quarantine, quarantined } from '@/lib/rates/store/quarantine';
import { RateStore } from '@/lib/rates/store/rateStore';
import { date, decimal, observation } from '@/tests/unit/rates/build';
import { figures, folder, KZT, NOW, open, openFolder, path, stored, UZS } from './storing';

beforeEach(openFolder);

describe('a store', () => {
  it('keeps all that it is given when it is closed and opened', () => {
    const before = RateStore.open(path);
    const held = {
      source: 'nbk',
      quote: 'KZT',
      date: date('2026-04-16'),
      rate: decimal('560'),
      via: 'frankfurter',
      nominal: 1,
      firstSeen: NOW - 1,
      lastSeen: NOW,
    } as const;
    const state = {
      failures: 3,
      closedUntil: NOW + 1,
      pause: 900_000,
      attemptedAt: NOW,
      succeededAt: null,
      message: 'HTTP 500',
    };
    before.write(() => {
      before.put(stored(KZT, { via: 'frankfurter', nominal: 100 }));
      before.put(stored(UZS));
      before.choose('KZT', 'nbk', NOW);
      quarantine(before, held);
      putProviderState(before, 'nbk', state);
    });
    const { version } = before;
    before.close();
    const after = open();
    expect(after.all()).toEqual([
      { ...UZS, via: 'nbk', nominal: 1, fetchedAt: NOW },
      { ...KZT, via: 'frankfurter', nominal: 100, fetchedAt: NOW },
    ]);
    expect(after.chosen()).toEqual(new Map([['KZT', { source: 'nbk', at: NOW }]]));
    expect(quarantined(after)).toEqual([held]);
    expect(providerState(after, 'nbk')).toMatchObject(state);
    expect(after.version).toBe(version);
  });

  it('makes the folder that it lies in', () => {
    const deep = join(folder, 'deep', 'er', 'rates.db');
    open(undefined, deep).put(stored(KZT));
    expect(figures(open(undefined, deep))).toHaveLength(1);
  });

  it('logs what a source corrects, and what is the same not at all', () => {
    const store = open();
    expect(store.put(stored(KZT))).toBe('new');
    expect(store.put(stored(KZT, { fetchedAt: NOW + 1 }))).toBe('same');
    expect(store.put(stored(KZT, { rate: decimal('478.770') }))).toBe('same');
    const { version } = store;
    expect(
      store.put(stored(KZT, { rate: decimal('479'), via: 'frankfurter', fetchedAt: NOW + 2 })),
    ).toBe('revised');
    expect(store.version).toBeGreaterThan(version);
    expect(store.revisions(10)).toEqual([
      {
        source: 'nbk',
        quote: 'KZT',
        date: '2026-04-16',
        before: '478.77',
        after: '479',
        via: 'frankfurter',
        at: NOW + 2,
      },
    ]);
    expect(figures(store)).toEqual(['nbk KZT 2026-04-16 479 frankfurter']);
  });

  it('takes all that is written at once, or nothing', () => {
    const store = open();
    const fault = () =>
      store.write(() => {
        store.put(stored(KZT));
        throw new Error('a fault');
      });
    const { version } = store;
    expect(fault).toThrow('a fault');
    expect(figures(store)).toEqual([]);
    expect(store.version).toBe(version);
  });
});

describe('a file that is damaged', () => {
  function damagedFiles(): string[] {
    return readdirSync(folder).filter((name) => /^rates\.db\.damaged-\d+$/.test(name));
  }

  it.each([
    ['is no database at all', 'not a database '.repeat(500)],
    ['was cut off', 'SQLite format 3\0'],
  ])('since it %s is put aside with its content, and a new one works', (_, content) => {
    writeFileSync(path, content);
    const said: string[] = [];
    const store = open((message) => said.push(message));
    const [aside, ...more] = damagedFiles();
    expect(more).toEqual([]);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(content);
    expect(said).toEqual([
      `${path} is damaged; it is kept as ${join(folder, aside ?? '')}, and a new one is made.`,
    ]);
    store.put(stored(KZT));
    expect(figures(open((message) => said.push(message)))).toHaveLength(1);
    expect(said).toHaveLength(1);
  });

  it('in its figures alone is found when it is opened, before any reader does', () => {
    const before = RateStore.open(path);
    before.write(() => {
      for (let day = 1; day <= 28; day += 1) {
        const on = `2026-02-${String(day).padStart(2, '0')}`;
        for (let source = 0; source < 20; source += 1) {
          before.put(stored(observation('KZT', on, '478.77', `bank-${source}`)));
        }
      }
    });
    before.query('PRAGMA wal_checkpoint(TRUNCATE)').all();
    before.close();
    const content = readFileSync(path);
    writeFileSync(path, content.fill(0xa5, 4096));
    const said: string[] = [];
    const store = open((message) => said.push(message));
    expect(store.all()).toEqual([]);
    expect(said).toHaveLength(1);
    expect(readFileSync(join(folder, damagedFiles()[0] ?? ''))).toEqual(content);
  });
});

describe('a file of another layout', () => {
  it('that is later is refused, in words, and left as it is', () => {
    const later = new Libsql(path);
    later.exec('CREATE TABLE quotes (id INTEGER); PRAGMA user_version = 99');
    later.close();
    const warn = vi.fn();
    expect(() => RateStore.open(path, warn)).toThrow(
      `${path} was made by a later version of Saxaul; update, or set it aside.`,
    );
    expect(warn).not.toHaveBeenCalled();
    const same = new Libsql(path);
    onTestFinished(() => void same.close());
    expect(same.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'quotes' }]);
  });
});

describe('two connections to one file', () => {
  it('see each other\u2019s figures', () => {
    const [one, other] = [open(), open()];
    expect(other.version).toBe(one.version);
    one.put(stored(KZT));
    expect(figures(other)).toEqual(['nbk KZT 2026-04-16 478.77 nbk']);
    const { version } = one;
    expect(other.version).toBe(version);
    other.put(stored(KZT, { rate: decimal('479') }));
    expect(one.version).toBeGreaterThan(version);
    expect(one.revisions(1)).toHaveLength(1);
  });

  it('may both be the first', () => {
    const stores = Array.from({ length: 4 }, () => open());
    for (const store of stores) expect(figures(store)).toEqual([]);
  });
});

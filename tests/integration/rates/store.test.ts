import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Publication } from '@/lib/publishing/publication';
import { type ContentRates, readRates } from '@/lib/rates/files';
import type { Observation } from '@/lib/rates/observations';
import { RateBook } from '@/lib/rates/rateBook';
import { providerState, putProviderState } from '@/lib/rates/store/providerStates';
import { quarantine, quarantined } from '@/lib/rates/store/quarantine';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { seed } from '@/lib/rates/store/seed';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '@/tests/fixtures/folder';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { date, decimal, observation, SOURCES } from '@/tests/unit/rates/build';

const NOW = Date.parse('2026-04-16T12:00:00Z');

let folder: string;
let path: string;

beforeEach(() => {
  folder = folderOf({});
  path = join(folder, 'rates.db');
});

/** A connection that ends with the test. */
function open(warn?: (message: string) => void): RateStore {
  const store = RateStore.open(path, warn);
  onTestFinished(() => store.close());
  return store;
}

function stored(one: Observation, facts: Partial<StoredObservation> = {}): StoredObservation {
  return { nominal: 1, fetchedAt: NOW, ...one, via: 'nbk', ...facts };
}

const KZT = observation('KZT', '2026-04-16', '478.77', 'nbk');
const EARLIER = observation('KZT', '2026-04-15', '481.54', 'nbk');
const UZS = observation('UZS', '2026-04-16', '12142.10', 'cbu');

/** The figures of a store in short, as `SOURCE QUOTE DATE RATE VIA`. */
function figures(store: RateStore): string[] {
  return store
    .all()
    .map(({ source, quote, date: day, rate, via }) => [source, quote, day, rate, via].join(' '));
}

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
    path = join(folder, 'deep', 'er', 'rates.db');
    open().put(stored(KZT));
    expect(figures(open())).toHaveLength(1);
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

function content(facts: Partial<ContentRates> = {}): ContentRates {
  return { observations: [], sound: new Set(), sources: SOURCES, findings: [], ...facts };
}

describe('a book', () => {
  it('is the same while nothing changes, and another as soon as a figure does', () => {
    const [one, other] = [open(), open()];
    const book = new RateBook(other, content());
    const { current } = book;
    expect(book.current).toBe(current);
    one.put(stored(KZT));
    const renewed = book.current;
    expect(renewed).not.toBe(current);
    expect(renewed.history.latest('KZT')?.rate).toBe('478.77');
    one.put(stored(KZT, { fetchedAt: NOW + 1 }));
    putProviderState(one, 'nbk', {
      failures: 1,
      closedUntil: 0,
      pause: 0,
      attemptedAt: NOW,
      succeededAt: null,
      message: null,
    });
    expect(book.current).toBe(renewed);
    one.remove(KZT);
    expect(book.current.history.latest('KZT')).toBeUndefined();
  });

  it('is another when another source is chosen, and not when the same is chosen again', () => {
    const [one, other] = [open(), open()];
    one.put(stored(KZT));
    one.put(stored({ ...KZT, source: 'fawazahmed0', rate: decimal('470') }));
    const book = new RateBook(other, content());
    expect(book.current.history.latest('KZT')?.source).toBe('nbk');
    one.choose('KZT', 'fawazahmed0', NOW);
    const { current } = book;
    expect(current.history.latest('KZT')?.source).toBe('fawazahmed0');
    one.choose('KZT', 'fawazahmed0', NOW + 1);
    expect(book.current).toBe(current);
  });

  it('prefers the banks, then what the publication lists, then the fallback', () => {
    const store = open();
    for (const [index, source] of ['fawazahmed0', 'bank', 'nbk'].entries()) {
      store.put(stored({ ...KZT, source, rate: decimal(`47${index}`) }));
      expect(new RateBook(store, content()).current.history.latest('KZT')?.source).toBe(source);
    }
  });

  it('takes over what the publication says anew', () => {
    const book = new RateBook(open(), content());
    const before = book.current;
    const findings = [
      {
        file: 'rates/bank.csv',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        severity: 'error',
        rule: 'empty-file',
        message: 'The file is empty.',
      },
    ] as const;
    const own = { ...KZT, source: 'bank' };
    book.update(content({ observations: [own], findings }), NOW);
    expect(book.current).not.toBe(before);
    expect(book.current.findings).toBe(findings);
    expect(book.current.history.latest('KZT')).toMatchObject({ ...own, via: 'content' });
  });
});

describe('seed', () => {
  const NBK = new Set(['nbk']);
  let store: RateStore;

  beforeEach(() => {
    store = open();
    seed(store, { observations: [EARLIER, KZT], sound: NBK }, NOW);
  });

  it('fills a new store', () => {
    expect(figures(store)).toEqual([
      'nbk KZT 2026-04-15 481.54 content',
      'nbk KZT 2026-04-16 478.77 content',
    ]);
    expect(store.revisions(10)).toEqual([]);
  });

  it('changes nothing where nothing has changed', () => {
    const { version } = store;
    seed(store, { observations: [EARLIER, KZT], sound: NBK }, NOW + 1);
    expect(store.version).toBe(version);
    expect(store.at('nbk', 'KZT', date('2026-04-16'))?.fetchedAt).toBe(NOW);
  });

  it('takes over an editor\u2019s correction, and logs it', () => {
    const corrected = { ...KZT, rate: decimal('479') };
    seed(store, { observations: [EARLIER, corrected], sound: NBK }, NOW + 1);
    expect(figures(store)[1]).toBe('nbk KZT 2026-04-16 479 content');
    expect(store.revisions(10)).toMatchObject([{ before: '478.77', after: '479', at: NOW + 1 }]);
  });

  it('takes out what an editor takes out', () => {
    seed(store, { observations: [KZT], sound: NBK }, NOW + 1);
    expect(figures(store)).toEqual(['nbk KZT 2026-04-16 478.77 content']);
  });

  it('takes nothing out for a table with problems, and corrects all the same', () => {
    const corrected = { ...KZT, rate: decimal('479') };
    seed(store, { observations: [corrected], sound: new Set() }, NOW + 1);
    expect(figures(store)).toEqual([
      'nbk KZT 2026-04-15 481.54 content',
      'nbk KZT 2026-04-16 479 content',
    ]);
    seed(store, { observations: [], sound: new Set(['cbu']) }, NOW + 2);
    expect(figures(store)).toHaveLength(2);
  });

  it('leaves alone what was fetched, whatever a table says or no longer says', () => {
    store.put(stored(KZT, { rate: decimal('470'), via: 'frankfurter' }));
    store.put(stored(UZS, { via: 'import' }));
    const { version } = store;
    seed(store, { observations: [EARLIER, KZT], sound: new Set(['nbk', 'cbu']) }, NOW + 1);
    expect(store.version).toBe(version);
    seed(store, { observations: [EARLIER], sound: new Set(['nbk', 'cbu']) }, NOW + 1);
    expect(figures(store)).toEqual([
      'cbu UZS 2026-04-16 12142.10 import',
      'nbk KZT 2026-04-15 481.54 content',
      'nbk KZT 2026-04-16 470 frankfurter',
    ]);
  });
});

describe('a publication', () => {
  const FILES = {
    ...SOUND_PUBLICATION,
    'rates/sources.yml':
      '- {id: nbk, name: National Bank, url: "https://bank.example", kind: official}\n',
    'rates/nbk.csv': 'date,KZT\n2026-04-15,481.54\n2026-04-16,478.77\n',
  };

  function opened(dataDir = folder) {
    const settings = readEnvironment({ CONTENT_DIR: folderOf(FILES), DATA_DIR: dataDir });
    const publication = Publication.open(settings);
    onTestFinished(() => {
      publication.database.close();
      publication.rateBook.store.close();
    });
    return publication;
  }

  it('shows what its tables say once they are synced', async () => {
    const publication = opened();
    await publication.sync();
    expect(publication.rates.history.series('KZT').map(({ rate }) => rate)).toEqual([
      '481.54',
      '478.77',
    ]);
    expect(readRates(publication.environment.contentDir).findings).toEqual([]);
  });

  it('shows what was stored before, when its archive is deleted', async () => {
    const before = RateStore.open(path);
    before.put(stored(observation('KZT', '2026-04-17', '477', 'nbk'), { via: 'frankfurter' }));
    before.close();
    const publication = opened();
    expect(publication.rates.history.latest('KZT')?.rate).toBe('477');
    await publication.sync();
    expect(publication.rates.history.series('KZT')).toHaveLength(3);
  });

  it('opens where its rates cannot be stored, and shows what its tables say', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    mkdirSync(path);
    const publication = opened();
    expect(told.mock.calls).toEqual([
      [
        expect.stringMatching(
          /rates\.db cannot be used \(.+\); until the next start rates are not kept\.$/,
        ),
      ],
    ]);
    expect(publication.rates.history.latest('KZT')?.rate).toBe('478.77');
    await publication.sync();
    expect(publication.rates.history.series('KZT')).toHaveLength(2);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

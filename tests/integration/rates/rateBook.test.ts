import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Publication } from '@/lib/publishing/publication';
import { type ContentRates, readRates } from '@/lib/rates/files';
import { RateBook } from '@/lib/rates/rateBook';
import { putProviderState } from '@/lib/rates/store/providerStates';
import { RateStore } from '@/lib/rates/store/rateStore';
import { seed } from '@/lib/rates/store/seed';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '@/tests/fixtures/folder';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { date, decimal, observation, SOURCES } from '@/tests/unit/rates/build';
import { EARLIER, figures, folder, KZT, NOW, open, openFolder, path, stored, UZS } from './storing';

beforeEach(openFolder);

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

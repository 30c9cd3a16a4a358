import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { articleDetail } from '@/lib/archive/queries/article';
import { correctionsPage } from '@/lib/archive/queries/corrections';
import { frontPage } from '@/lib/archive/queries/front';
import { listsOfKind, newest } from '@/lib/archive/queries/lists';
import { countryList, monthList, sectionList, topicList } from '@/lib/archive/queries/namedLists';
import { staticPage, staticPages } from '@/lib/archive/queries/pages';
import { people, profile } from '@/lib/archive/queries/people';
import { changesOfTime } from '@/lib/archive/queries/schedule';
import type { Reader } from '@/lib/archive/reader';
import type { Shown } from '@/lib/archive/shown';
import { GitRepository } from '../../fixtures/gitRepository';
import { treeOf } from '../../fixtures/gitTree';
import { TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { history, take } from './steps';

const DAM = 'articles/2026/02/dam-opens.md';

interface Kept {
  readonly says: string;
  readonly shown: ReadonlySet<Shown>;
}

/** Every page of the publication as a cache would keep it, by its address. */
function pages(publication: TestPublication, now = Date.now()): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  const keep = (address: string, look: (reader: Reader) => unknown): void => {
    publication.read((reader) => {
      const model = look(reader);
      // What is not there is asked for anew each time.
      if (model === null) return;
      const says = JSON.stringify([reader.site, reader.sections, staticPages(reader), model]);
      kept.set(address, { says, shown: new Set(reader.shown) });
    }, now);
  };
  const names = (kind: 'section' | 'topic' | 'month' | 'author' | 'country') =>
    publication.read((reader) => listsOfKind(reader, kind).map(({ value }) => value), now);
  keep('/', frontPage);
  keep('/people', people);
  keep('/archive', archiveYears);
  keep('/corrections', correctionsPage);
  for (const { slug: name } of publication.read(staticPages)) {
    keep(`/${name}`, (reader) => staticPage(reader, name));
  }
  for (const { slug: name } of publication.read(
    (reader) => newest(reader, { kind: 'all' }, 99),
    now,
  )) {
    keep(`/articles/${name}`, (reader) => articleDetail(reader, name));
  }
  for (const name of [...names('author'), 'timur-rashidov']) {
    keep(`/people/${name}`, (reader) => profile(reader, slug(name)));
  }
  for (const name of names('section')) keep(`/s/${name}`, (reader) => sectionList(reader, name, 1));
  for (const name of names('topic')) keep(`/t/${name}`, (reader) => topicList(reader, name, 1));
  for (const name of names('country')) keep(`/c/${name}`, (reader) => countryList(reader, name, 1));
  for (const name of names('month')) {
    keep(`/m/${name}`, (reader) => monthList(reader, name.slice(0, 4), name.slice(5), 1));
  }
  return kept;
}

/** Addresses whose pages a cache would show though they are not as they were. */
function wronglyKept(
  before: ReadonlyMap<string, Kept>,
  after: ReadonlyMap<string, Kept>,
  changed: ReadonlySet<Shown>,
): string[] {
  return [...before].flatMap(([address, { says, shown }]) => {
    const isDropped = [...changed].some((thing) => shown.has(thing));
    return isDropped || after.get(address)?.says === says ? [] : [address];
  });
}

function dropped(before: ReadonlyMap<string, Kept>, changed: ReadonlySet<Shown>): string[] {
  return [...before]
    .filter(([, { shown }]) => [...changed].some((thing) => shown.has(thing)))
    .map(([address]) => address)
    .sort();
}

async function begin() {
  const repository = GitRepository.of(SOUND_PUBLICATION);
  const publication = new TestPublication(repository.folder);
  const publish = () => publication.syncWith(treeOf(repository));
  await publish();
  return { repository, publication, publish };
}

describe('what a sync says that readers would notice', () => {
  it('is on every page that is not as it was', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { repository, publication, publish } = await begin();
        for (const step of steps) {
          const before = pages(publication);
          take(repository, step);
          const { shown } = await publish();
          expect(wronglyKept(before, pages(publication), shown)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is on no other page than the article where its text alone changed', async () => {
    const { repository, publication, publish } = await begin();
    const long = `${publication.text(DAM)}\n${'Water runs. '.repeat(100)}\n\nThe end.\n`;
    publication.write(DAM, long);
    repository.commit();
    await publish();
    const before = pages(publication);
    publication.edit(DAM, 'The end.', 'The very end.');
    repository.commit();
    const { shown } = await publish();
    expect(dropped(before, shown)).toEqual(['/articles/dam-opens']);
  });

  it('is nothing where nothing changed for readers', async () => {
    const { repository, publication, publish } = await begin();
    publication.write('articles/2026/03/broken.md', 'nothing');
    publication.write('README.md', 'For editors.');
    repository.commit();
    const { shown, appeared, altered, vanished } = await publish();
    expect([...shown, ...appeared, ...altered, ...vanished]).toEqual([]);
  });
});

describe('what time changes', () => {
  it('is on every page that is not as it was, forwards and backwards', async () => {
    const { publication } = await begin();
    const moments = [
      '2026-02-03T13:29Z',
      '2026-02-10T00:00Z',
      '2026-05-31T12:00Z',
      '2027-01-01Z',
      '2100-01-01Z',
    ];
    const times = moments.map((text) => Date.parse(text));
    for (const from of times) {
      for (const to of times) {
        const { shown } = changesOfTime(publication.database, from, to);
        expect(wronglyKept(pages(publication, from), pages(publication, to), shown)).toEqual([]);
      }
    }
  });
});

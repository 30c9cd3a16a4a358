import { utimesSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOfTime } from '@/lib/archive/queries/schedule';
import { GitRepository } from '../../fixtures/gitRepository';
import { treeOf } from '../../fixtures/gitTree';
import { TestPublication } from '../../fixtures/publication';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { dropped, keptPages, wronglyKept } from './keptPages';
import { history, take } from './steps';

const DAM = 'articles/2026/02/dam-opens.md';

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
          const before = keptPages(publication);
          take(repository, step);
          const { shown } = await publish();
          expect(wronglyKept(before, keptPages(publication), shown)).toEqual([]);
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
    const before = keptPages(publication);
    publication.edit(DAM, 'The end.', 'The very end.');
    repository.commit();
    const { shown } = await publish();
    expect(dropped(before, shown)).toEqual(['/articles/dam-opens']);
  });

  it('is nothing where files are touched that say the same', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    const others = Object.keys(SOUND_PUBLICATION).filter((path) =>
      /^(?:authors|pages|media)/.test(path),
    );
    expect(others.length).toBeGreaterThan(3);
    for (const path of others) utimesSync(publication.path(path), 1, 1);
    const { changed, shown } = await publication.sync();
    expect(changed).toBe(others.length);
    expect([...shown]).toEqual([]);
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
    const seen = times.map((at) => ({ at, pages: keptPages(publication, at) }));
    for (const { at: from, pages: before } of seen) {
      for (const { at: to, pages: after } of seen) {
        const { shown } = changesOfTime(publication.database, from, to);
        expect(wronglyKept(before, after, shown)).toEqual([]);
      }
    }
  });
});

import { chmodSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { DAM, REKA } from './case';

const NOBODY = 65_534;

/** Runs as a user who may not read every file: for root, no file is unreadable. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

let publication: TestPublication;

async function syncWithout(path: string): Promise<string[]> {
  publication = TestPublication.sound();
  chmodSync(publication.folder, 0o755);
  chmodSync(publication.path(path), 0o000);
  await asNobody(() => publication.sync());
  return publication.problems();
}

describe('an unreadable file', () => {
  afterEach(() => {
    expect(process.geteuid?.()).toBe(process.getuid?.());
  });

  it('of an article is reported, and read as soon as it can be', async () => {
    // The link to it in another article counts as sound: the file is there.
    expect(await syncWithout(DAM)).toEqual([`${DAM}:1:1 error unreadable-file`]);
    expect(publication.slugs()).toEqual(PUBLISHED.filter((slug) => slug !== 'dam-opens'));
    chmodSync(publication.path(DAM), 0o644);
    expect((await asNobody(() => publication.sync())).changed).toBe(1);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it.each([
    ['an author', 'authors/aigerim-bekova.md'],
    ['the site', 'site.yml'],
    ['the sections', 'sections.yml'],
    ['the front page', 'front.yml'],
    ['a page', 'pages/about.md'],
  ])('of %s is reported, and every article stays', async (_name, path) => {
    expect(await syncWithout(path)).toEqual([`${path}:1:1 error unreadable-file`]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    chmodSync(publication.path(path), 0o644);
    await asNobody(() => publication.sync());
    expect(publication.problems()).toEqual([]);
  });

  it('of a picture is reported, and its article stays', async () => {
    expect(await syncWithout('media/river.png')).toEqual([
      'media/river.png:1:1 error media-unreadable',
    ]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('in a folder that can be listed but not entered is reported, and the rest is alive', async () => {
    publication = TestPublication.sound();
    chmodSync(publication.folder, 0o755);
    chmodSync(publication.path('articles/2026/02'), 0o444);
    await asNobody(() => publication.sync());
    expect(publication.problems()).toEqual([
      `${DAM}:1:1 error unreadable-file`,
      `${REKA}:1:1 error unreadable-file`,
    ]);
    expect(publication.slugs()).toEqual(['budget-vote', 'river-levels']);
    chmodSync(publication.path('articles/2026/02'), 0o755);
    await asNobody(() => publication.sync());
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('that is a folder is reported, and the rest is alive', async () => {
    expect(await syncWithout('articles/2026/03')).toEqual([
      'articles/2026/03:1:1 error unreadable-file',
      'front.yml:4:14 error unknown-article',
    ]);
    expect(publication.slugs()).toEqual(PUBLISHED.filter((slug) => slug !== 'budget-vote'));
    chmodSync(publication.path('articles/2026/03'), 0o755);
    await asNobody(() => publication.sync());
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

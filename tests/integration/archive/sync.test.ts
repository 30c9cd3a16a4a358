import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { NOW, PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

const FILES = 16;
const DAM = 'articles/2026/02/dam-opens.md';

describe('a sync', () => {
  it('reads a whole publication the first time, and nothing the second', async () => {
    const publication = TestPublication.sound();
    expect(await publication.counts()).toEqual([FILES, 0, 0, 0]);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('tells how far it is', async () => {
    const publication = TestPublication.sound();
    const told: [number, number][] = [];
    await publication.sync({ onProgress: (done, total) => told.push([done, total]) });
    expect(told).toHaveLength(FILES);
    expect(told[0]).toEqual([1, FILES]);
    expect(told.at(-1)).toEqual([FILES, FILES]);
    await publication.sync({ onProgress: () => expect.unreachable('nothing is read') });
  });

  it('adds a new article', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.write(
      'articles/2026/03/new-gauge.md',
      publication
        .text(DAM)
        .replace(/title:.*/, 'title: A new gauge')
        .replace('/news/dam', '/gauge'),
    );
    expect(await publication.counts()).toEqual([1, 0, 0, FILES]);
    expect(publication.slugs()).toContain('new-gauge');
    expect(publication.problems()).toEqual([]);
  });

  it('takes over an edit, in lists and on the page', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.edit(DAM, 'topics: [water, farming]', 'topics: [cotton]');
    publication.edit(DAM, 'before sunrise', 'after midnight');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    const topic = (value: string) => publication.slugs({ kind: 'topic', value: slug(value) });
    expect(topic('cotton')).toEqual(['dam-opens']);
    expect(topic('farming')).toEqual([]);
    expect(topic('water')).not.toContain('dam-opens');
    const detail = publication.read((reader) => articleDetail(reader, slug('dam-opens')));
    expect(detail?.body).toContain('after midnight');
  });

  it('takes over a rename', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.rename(DAM, 'articles/2026/02/dam-is-open.md');
    publication.edit('articles/2026/01/river-levels.md', '/articles/dam-opens', '/news/dam');
    expect(await publication.counts()).toEqual([1, 1, 1, FILES - 2]);
    expect(publication.slugs()).toContain('dam-is-open');
    expect(publication.slugs()).not.toContain('dam-opens');
    expect(publication.problems()).toEqual([]);
  });

  it('moves an article to another month without a trace of the old file', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.rename(DAM, 'articles/2026/03/dam-opens.md');
    expect(await publication.counts()).toEqual([1, 0, 1, FILES - 1]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(publication.problems()).toEqual([]);
  });

  it('takes out a deleted article', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.remove(DAM);
    expect(await publication.counts()).toEqual([0, 0, 1, FILES - 1]);
    expect(publication.slugs()).toEqual(PUBLISHED.filter((known) => known !== 'dam-opens'));
    expect(publication.read((reader) => articleDetail(reader, slug('dam-opens')))).toBeNull();
    // The link to it in another article is found without reading that article again.
    expect(publication.problems()).toEqual([
      'articles/2026/01/river-levels.md:30:40 warning broken-link',
    ]);
  });

  it('keeps an article that breaks as it was, until it is mended', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.edit(DAM, 'section: water', 'section: ""');
    publication.edit(DAM, 'before sunrise', 'at noon');
    await publication.sync();
    expect(publication.problems()).toEqual([`${DAM}:6:10 error invalid-field`]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    const body = () => publication.read((reader) => articleDetail(reader, slug('dam-opens')))?.body;
    expect(body()).toContain('before sunrise');
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
    expect(publication.problems()).toEqual([`${DAM}:6:10 error invalid-field`]);
    publication.edit(DAM, 'section: ""', 'section: water');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(body()).toContain('at noon');
  });

  it('reads a file again whose content changed but not its size', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.edit(DAM, 'before sunrise', 'during sunset.');
    const old = new Date(NOW);
    utimesSync(publication.path(DAM), old, old);
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
  });

  it('reads a picture again that changed', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    publication.write('media/river.png', 'no picture any more');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    expect(publication.problems()).toEqual(['media/river.png:1:1 error media-unreadable']);
    const detail = publication.read((reader) => articleDetail(reader, slug('river-levels')));
    expect(detail?.image).toBeNull();
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('refuses a folder that does not exist, and keeps what it has', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    const gone = new TestPublication(publication.path('missing'), publication.database);
    await expect(gone.sync()).rejects.toThrow('ENOENT');
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

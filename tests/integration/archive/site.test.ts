import { beforeEach, describe, expect, it } from 'vitest';
import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { articleDetail } from '@/lib/archive/queries/article';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

const FILES = 16;
/** Every article, page and front.yml: the files that are read by what site.yml says. */
const DEPENDENT = 9;

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

function published(name: string): string {
  const detail = publication.read((reader) => articleDetail(reader, slug(name)));
  return new Date(detail?.article.published.at ?? Number.NaN).toISOString();
}

const months = () =>
  publication
    .read(archiveYears)
    .flatMap(({ months: all }) => all.map(({ month, total }) => `${month} ${total}`));

describe('site.yml', () => {
  it('of another time zone moves the dates of all articles without an offset', async () => {
    const vote = 'articles/2026/03/budget-vote.md';
    publication.edit(vote, '2026-03-01T00:30:00+05:00', '2026-03-01T00:30:00');
    await publication.sync();
    expect(published('budget-vote')).toBe('2026-02-28T19:30:00.000Z');
    expect(published('uroven-reki')).toBe('2026-02-09T19:00:00.000Z');
    expect(months()).toEqual(['2026-03 1', '2026-02 2', '2026-01 1']);

    publication.edit('site.yml', 'Asia/Almaty', 'Pacific/Honolulu');
    expect(await publication.counts()).toEqual([0, 1 + DEPENDENT, 0, FILES - 1 - DEPENDENT]);
    expect(published('budget-vote')).toBe('2026-03-01T10:30:00.000Z');
    expect(published('uroven-reki')).toBe('2026-02-10T10:00:00.000Z');
    // An offset of its own holds an article in place.
    expect(published('dam-opens')).toBe('2026-02-03T13:30:00.000Z');
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
  });

  it('of another time zone moves articles between months', async () => {
    publication.edit(
      'articles/2026/03/budget-vote.md',
      '2026-03-01T00:30:00+05:00',
      '2026-02-28T19:30Z',
    );
    await publication.sync();
    expect(months()).toEqual(['2026-03 1', '2026-02 2', '2026-01 1']);
    publication.edit('site.yml', 'Asia/Almaty', 'UTC');
    await publication.sync();
    expect(months()).toEqual(['2026-02 3', '2026-01 1']);
    expect(publication.slugs({ kind: 'month', value: '2026-02' })).toEqual([
      'budget-vote',
      'uroven-reki',
      'dam-opens',
    ]);
  });

  it('of another language is that of all articles that name none', async () => {
    const lang = (name: string) =>
      publication.read((reader) => articleDetail(reader, slug(name)))?.article.lang;
    publication.edit('site.yml', 'language: en', 'language: en-GB');
    expect(await publication.counts()).toEqual([0, 1 + DEPENDENT, 0, FILES - 1 - DEPENDENT]);
    expect(lang('dam-opens')).toBe('en-GB');
    expect(lang('uroven-reki')).toBe('ru');
  });

  it('with another name is read alone', async () => {
    publication.edit('site.yml', 'Steppe Post', 'Steppe Courier');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    expect(publication.read(({ site }) => site.name)).toBe('Steppe Courier');
  });

  it('with a broken field falls back for it alone, and the site lives', async () => {
    publication.edit('site.yml', 'name: Steppe Post', 'name: [Steppe]');
    publication.edit('site.yml', 'perPage: 5', 'perPage: 7');
    await publication.syncAnew();
    expect(publication.problems()).toEqual(['site.yml:1:7 error invalid-field']);
    expect(publication.read(({ site }) => site)).toMatchObject({
      name: 'Untitled newsroom',
      timeZone: 'Asia/Almaty',
      perPage: 7,
    });
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it.each([
    ['nothing', '', 'site.yml:1:1 error empty-file'],
    ['a NUL byte', 'name: \0', 'site.yml:1:7 error nul-byte'],
    ['an open quote', 'name: "Steppe', 'site.yml:1:14 error yaml-syntax'],
  ])('of %s gives the site another name, and it lives', async (_name, text, expected) => {
    publication.write('site.yml', text);
    await publication.syncAnew();
    expect(publication.problems()).toEqual([expected]);
    expect(publication.read(({ site }) => site.perPage)).toBe(10);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('that is missing is reported, and the site lives; it comes back', async () => {
    const text = publication.text('site.yml');
    publication.remove('site.yml');
    await publication.syncAnew();
    expect(publication.problems()).toEqual(['site.yml:1:1 error site-missing']);
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(await publication.counts()).toEqual([0, 0, 0, FILES - 1]);
    publication.write('site.yml', text);
    await publication.sync();
    expect(publication.problems()).toEqual([]);
    expect(publication.read(({ site }) => site.name)).toBe('Steppe Post');
  });

  it('takes no reader down that comes before the first sync', () => {
    const empty = new TestPublication(publication.folder);
    expect(empty.read(({ site, sections }) => [site.name, sections])).toEqual([
      'Untitled newsroom',
      [],
    ]);
    expect(empty.slugs()).toEqual([]);
  });
});

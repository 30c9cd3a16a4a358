import { beforeEach, describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { newest } from '@/lib/archive/queries/lists';
import { people, profile } from '@/lib/archive/queries/people';
import { oldAddress } from '@/lib/archive/queries/redirects';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

const AIGERIM = 'authors/aigerim-bekova.md';
const LEVELS = 'articles/2026/01/river-levels.md';
const TO_DAM = { kind: 'moved', target: '/articles/dam-opens' };
const DAM = 'articles/2026/02/dam-opens.md';
const REKA = 'articles/2026/02/uroven-reki.md';
const VOTE = 'articles/2026/03/budget-vote.md';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

/** Of a publication that was never otherwise. */
async function problems(): Promise<string[]> {
  await publication.syncAnew();
  return publication.problems();
}

const without = (...slugs: string[]) => PUBLISHED.filter((known) => !slugs.includes(known));

describe('an author', () => {
  it('with a broken profile keeps the articles, under a name without a page', async () => {
    publication.edit(AIGERIM, 'role: Water correspondent', 'rôle: Water correspondent');
    expect(await problems()).toEqual([
      `${AIGERIM}:1:1 error missing-field`,
      `${AIGERIM}:3:1 error unknown-field`,
    ]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    const detail = publication.read((reader) => articleDetail(reader, slug('dam-opens')));
    expect(detail?.bylines).toEqual([
      { slug: 'aigerim-bekova', name: 'Aigerim Bekova', hasProfile: false },
    ]);
    expect(publication.read((reader) => profile(reader, slug('aigerim-bekova')))).toBeNull();
    expect(publication.read(people).map(({ author }) => author.name)).toEqual(['Timur Rashidov']);
  });

  it('who is deleted leaves articles that are reported and left out', async () => {
    publication.remove(AIGERIM);
    expect(await problems()).toEqual([
      `${LEVELS}:4:11 error unknown-author`,
      `${DAM}:4:11 error unknown-author`,
      `${REKA}:4:11 error unknown-author`,
    ]);
    expect(publication.slugs()).toEqual(['budget-vote']);
  });

  it('who comes back brings the articles back, though none of them is read again', async () => {
    const profileText = publication.text(AIGERIM);
    publication.remove(AIGERIM);
    await publication.sync();
    publication.write(AIGERIM, profileText);
    expect(await publication.counts()).toEqual([1, 0, 0, 15]);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('whose new name is read at once over the old articles', async () => {
    publication.edit(AIGERIM, 'name: Aigerim Bekova', 'name: Әйгерім Бекова');
    await publication.sync();
    const [card] = publication.read((reader) =>
      newest(reader, { kind: 'author', value: slug('aigerim-bekova') }, 1),
    );
    expect(card?.bylines).toEqual([
      { slug: 'aigerim-bekova', name: 'Әйгерім Бекова', hasProfile: true },
    ]);
  });
});

describe('a section', () => {
  it('with a broken entry keeps its articles', async () => {
    publication.edit('sections.yml', '  name: Water\n', '');
    expect(await problems()).toEqual(['sections.yml:4:3 error missing-field']);
    expect(publication.slugs()).toEqual(PUBLISHED);
    const detail = publication.read((reader) => articleDetail(reader, slug('dam-opens')));
    expect(detail?.section).toEqual({ slug: 'water', name: 'Water' });
  });

  it('that is taken out leaves articles that are reported and left out', async () => {
    publication.edit('sections.yml', 'slug: water', 'slug: waters');
    expect(await problems()).toEqual([
      `${LEVELS}:6:10 error unknown-section`,
      `${DAM}:6:10 error unknown-section`,
      `${REKA}:6:10 error unknown-section`,
    ]);
    expect(publication.slugs()).toEqual(['budget-vote']);
  });

  it.each([
    ['broken as a whole', 'slug: water', 'sections.yml:1:1 error invalid-field'],
    ['that YAML cannot read', '"water', 'sections.yml:1:7 error yaml-syntax'],
  ])('list that is %s keeps every article', async (_name, text, expected) => {
    publication.write('sections.yml', text);
    expect(await problems()).toEqual([expected]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('list that is missing is reported, and keeps every article', async () => {
    publication.remove('sections.yml');
    expect(await problems()).toEqual(['sections.yml:1:1 error sections-missing']);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

describe('two files for one address', () => {
  it('leave out the later by path, and the earlier keeps the address', async () => {
    const again = 'articles/2026/03/dam-opens.md';
    publication.write(again, publication.text(DAM).replace(/title:.*/, 'title: Again'));
    publication.edit(again, 'redirectFrom: [/news/dam]', 'redirectFrom: []');
    expect(await problems()).toEqual([`${again}:1:1 error duplicate-slug`]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    const title = () =>
      publication.read((reader) => articleDetail(reader, slug('dam-opens')))?.article.title;
    expect(title()).toBe('Dam opens its gates to the lower valley');
    publication.remove(DAM);
    expect(await problems()).toEqual([]);
    expect(title()).toBe('Again');
  });

  it('that is an old one leave out the later by path, whichever was read last', async () => {
    publication.edit(VOTE, 'topics: [budget]', 'redirectFrom: [/news/dam]');
    expect(await problems()).toEqual([`${VOTE}:8:16 error duplicate-address`]);
    expect(publication.slugs()).toEqual(without('budget-vote'));
    const target = () => publication.read((reader) => oldAddress(reader, '/news/dam'));
    expect(target()).toEqual(TO_DAM);
    publication.edit(DAM, 'before sunrise', 'at noon');
    await publication.sync();
    expect(target()).toEqual(TO_DAM);
  });

  it('in redirects.yml yield to an article', async () => {
    publication.edit('redirects.yml', '/old/about-us', '/news/dam');
    expect(await problems()).toEqual(['redirects.yml:1:9 error duplicate-address']);
    expect(publication.read((reader) => oldAddress(reader, '/news/dam'))).toEqual(TO_DAM);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

describe('what else is named', () => {
  it.each<[string, string, string, string, string, string[]]>([
    [
      'an author',
      VOTE,
      'timur-rashidov',
      'timur-rashidow',
      '4:11 error unknown-author',
      ['budget-vote'],
    ],
    [
      'a picture',
      LEVELS,
      'media/river.png',
      'media/rivers.png',
      '10:8 error unknown-media',
      ['river-levels'],
    ],
    [
      'a translation',
      REKA,
      'translationOf: river-levels',
      'translationOf: river-level',
      '10:16 error unknown-article',
      ['uroven-reki'],
    ],
    [
      'a lead',
      'front.yml',
      'article: river-levels',
      'article: river',
      '2:12 error unknown-article',
      [],
    ],
    [
      'a policy',
      'site.yml',
      'ethics: standards',
      'ethics: standard',
      '8:11 error unknown-page',
      [],
    ],
    ['a link', 'pages/about.md', '(/standards)', '(/standard)', '6:41 warning broken-link', []],
  ])('has to exist: %s', async (_name, file, from, to, expected, gone) => {
    publication.edit(file, from, to);
    expect(await problems()).toEqual([`${file}:${expected}`]);
    expect(publication.slugs()).toEqual(without(...gone));
    publication.edit(file, to, from);
    expect(await problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

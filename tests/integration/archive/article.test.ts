import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { bodyHtml } from '@/lib/archive/queries/body';
import { staticPage, staticPages } from '@/lib/archive/queries/pages';
import { people } from '@/lib/archive/queries/people';
import { mediaType } from '@/lib/archive/queries/pictures';
import { oldAddress } from '@/lib/archive/queries/redirects';
import { NOW, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

const LEVELS = 'articles/2026/01/river-levels.md';
const REKA = 'articles/2026/02/uroven-reki.md';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

function detail(name: string, now = NOW) {
  const found = publication.read((reader) => articleDetail(reader, slug(name)), now);
  if (!found) throw new Error(`there is no article ${name}`);
  return found;
}

const sha256 = (path: string) =>
  createHash('sha256')
    .update(readFileSync(publication.path(path)))
    .digest('hex');

describe("an article's page", () => {
  it('has everything that it shows', () => {
    const { article, body, section, bylines, image, authors } = detail('river-levels');
    expect(article.title).toBe('River levels fall along the upper Syr Darya');
    expect(body).toContain('## What the gauge says');
    expect(section).toEqual({ slug: 'water', name: 'Water' });
    expect(bylines.map(({ name, hasProfile }) => [name, hasProfile])).toEqual([
      ['Aigerim Bekova', true],
      ['Timur Rashidov', true],
    ]);
    expect(image).toEqual({
      src: '/media/river.png',
      name: 'river.png',
      width: 8,
      height: 4,
      hash: sha256('media/river.png'),
      tint: expect.stringMatching(/^[0-9a-f]{3}-[0-9a-f]{3}$/),
      alt: 'A river between dry banks',
      caption: 'The upper Syr Darya',
      credit: 'A. Bekova',
      focus: null,
    });
    expect(authors.map(({ author, avatar }) => [author.role, avatar?.src ?? null])).toEqual([
      ['Water correspondent', '/media/aigerim.png'],
      ['Editor', null],
    ]);
  });

  it('has a body that leads on, with its pictures measured', async () => {
    publication.edit(LEVELS, 'The gauge at', '![Banks](media/river.png)\n\nThe gauge at');
    await publication.sync();
    const html = publication.read((reader) => bodyHtml(reader, detail('river-levels').body));
    expect(html).toContain('href="/articles/dam-opens"');
    const variant = `/media/river.${sha256('media/river.png').slice(0, 10)}-8`;
    expect(html).toContain(`<source type="image/avif" srcset="${variant}.avif 8w"`);
    expect(html).toContain(`<img src="${variant}.webp" alt="Banks" srcset="${variant}.webp 8w"`);
    expect(html).toContain('width="8" height="4"');
  });

  it('does not exist for unknown, broken and scheduled articles', () => {
    for (const name of ['nothing', 'draft-notes', 'next-century']) {
      expect(publication.read((reader) => articleDetail(reader, slug(name)))).toBeNull();
    }
  });
});

describe('a series', () => {
  const parts = (name: string) =>
    detail(name).series.map(({ part, slug: own }) => `${part} ${own}`);

  it('names its parts in order, from each of them', () => {
    const both = ['1 river-levels', '2 dam-opens'];
    expect(parts('river-levels')).toEqual(both);
    expect(parts('dam-opens')).toEqual(both);
    expect(parts('budget-vote')).toEqual([]);
  });

  it('is one by its name, however that is spelt, and hides parts that are not published', async () => {
    publication.edit('articles/2026/02/dam-opens.md', 'A river in winter', 'A River in Winter');
    publication.edit(
      REKA,
      'lang: ru',
      'lang: ru\nseries: {name: a river in winter, part: 3}\ndraft: true',
    );
    await publication.sync();
    expect(parts('river-levels')).toEqual(['1 river-levels', '2 dam-opens']);
    publication.edit(REKA, 'draft: true', 'draft: false');
    await publication.sync();
    expect(parts('river-levels')).toEqual(['1 river-levels', '2 dam-opens', '3 uroven-reki']);
  });
});

describe('translations', () => {
  const versions = (name: string) =>
    detail(name).translations.map(({ lang, slug: own }) => `${lang} ${own}`);

  it('name one another', () => {
    expect(versions('river-levels')).toEqual(['ru uroven-reki']);
    expect(versions('uroven-reki')).toEqual(['en river-levels']);
    expect(versions('dam-opens')).toEqual([]);
  });

  it('name every other version, and none that is not published', async () => {
    const kazakh = 'articles/2026/02/ozen-dengeyi.md';
    publication.write(kazakh, publication.text(REKA).replace('lang: ru', 'lang: kk'));
    await publication.sync();
    expect(versions('uroven-reki')).toEqual(['kk ozen-dengeyi', 'en river-levels']);
    expect(versions('river-levels')).toEqual(['kk ozen-dengeyi', 'ru uroven-reki']);
    publication.edit(LEVELS, 'section: water', 'section: water\ndraft: true');
    await publication.sync();
    expect(versions('uroven-reki')).toEqual(['kk ozen-dengeyi']);
  });
});

describe('related articles', () => {
  const related = (name: string, now = NOW) => detail(name, now).related.map((card) => card.slug);

  it('are those with most in common, never the article or its translation', () => {
    expect(related('river-levels')).toEqual(['dam-opens', 'budget-vote']);
    expect(related('uroven-reki')).toEqual(['dam-opens', 'budget-vote']);
  });

  it('are at most four, and never unpublished', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      publication.write(
        `articles/2026/02/gate-${number}.md`,
        publication
          .text('articles/2026/02/dam-opens.md')
          .replace(/redirectFrom.*\n/, number === 6 ? 'draft: true\n' : '')
          .replace(/title:.*/, `title: Gate number ${number}`),
      );
    }
    publication.edit('articles/2026/02/gate-5.md', '2026-02-03T18:30', '2026-04-02T18:30');
    publication.edit('articles/2026/02/gate-5.md', 'updated: 2026-02-04T08:00:00+05:00\n', '');
    await publication.sync();
    expect(publication.problems()).toEqual([]);
    expect(related('dam-opens')).toEqual(['gate-1', 'gate-2', 'gate-3', 'gate-4']);
    expect(related('gate-1')).not.toContain('gate-5');
    const later = Date.parse('2026-05-01T00:00:00Z');
    expect(related('gate-5', later)).toEqual(['gate-1', 'gate-2', 'gate-3', 'gate-4']);
  });
});

describe('what stands around the articles', () => {
  it('are people by name, with what they published', () => {
    const entries = publication.read(people);
    expect(entries.map(({ author, articles }) => [author.name, articles])).toEqual([
      ['Aigerim Bekova', 3],
      ['Timur Rashidov', 2],
    ]);
    expect(entries[0]?.avatar).toMatchObject({ src: '/media/aigerim.png', width: 4, height: 4 });
  });

  it('are pages by title', () => {
    expect(publication.read(staticPages).map(({ title }) => title)).toEqual([
      'About us',
      'Standards',
    ]);
    const about = publication.read((reader) => staticPage(reader, slug('about')));
    expect(about).toMatchObject({ title: 'About us', summary: 'Who we are.' });
    expect(publication.read((reader) => staticPage(reader, slug('nothing')))).toBeNull();
  });

  it('are old addresses, but none of a draft', () => {
    const target = (path: `/${string}`) => publication.read((reader) => oldAddress(reader, path));
    expect(target('/news/dam')).toEqual({ kind: 'moved', target: '/articles/dam-opens' });
    expect(target('/old/about-us')).toEqual({ kind: 'moved', target: '/about' });
    expect(target('/old/horoscope')).toEqual({ kind: 'gone' });
    expect(target('/news/notes')).toBeNull();
    expect(target('/nothing')).toBeNull();
  });

  it('are pictures of a known type', () => {
    const type = (path: string) => publication.read((reader) => mediaType(reader, path));
    expect(type('media/river.png')).toBe('image/png');
    expect(type('media/other.png')).toBeNull();
    expect(type('site.yml')).toBeNull();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Shown } from '@/lib/archive/shown';
import { type ArticleData, articleData } from '@/lib/discovery/articles/articleData';
import { documentAt } from '@/lib/discovery/documents';
import { NOW, PUBLISHED, TestPublication } from '../../fixtures/publication';
import { documentOf, FILES, SITE, textOf } from './documents';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

async function dataOf(slug: string): Promise<ArticleData> {
  return articleData.parse(JSON.parse(await textOf(publication, `/articles/${slug}.json`)));
}

/** Front matter and body, taken apart as simple programs do it. */
async function markdownOf(
  slug: string,
): Promise<{ fields: Record<string, unknown>; body: string }> {
  const text = await textOf(publication, `/articles/${slug}.md`);
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  return { fields: parse(head), body };
}

describe('an article as Markdown', () => {
  it('has front matter made of what readers see', async () => {
    const { fields } = await markdownOf('river-levels');
    expect(fields).toEqual({
      title: 'River levels fall along the upper Syr Darya',
      authors: [
        { name: 'Aigerim Bekova', url: `${SITE}/people/aigerim-bekova` },
        { name: 'Timur Rashidov', url: `${SITE}/people/timur-rashidov` },
      ],
      date: '2026-01-10T09:00:00+05:00',
      summary: 'The river stands lower than in any January of the last decade.',
      section: 'Water',
      countries: ['Kyrgyzstan', 'Kazakhstan'],
      topics: ['Syr Darya', 'water'],
      series: { name: 'A river in winter', part: 1 },
      lang: 'en',
      canonical: `${SITE}/articles/river-levels`,
      publisher: 'Steppe Post',
      picture: {
        url: expect.stringMatching(/^https:\/\/courier\.example\/media\/river\.\w{10}-8\.webp$/),
        alt: 'A river between dry banks',
        caption: 'The upper Syr Darya',
        credit: 'A. Bekova',
      },
      corrections: [
        {
          kind: 'clarification',
          date: '2026-01-20',
          text: 'The length of the record is now given.',
        },
        {
          kind: 'correction',
          date: '2026-01-11',
          text: 'An earlier version named the wrong gauge.',
        },
      ],
    });
  });

  it('has the body with absolute addresses', async () => {
    expect((await markdownOf('river-levels')).body).toBe(
      'The gauge at the bridge reads eleven centimetres.\n\n## What the gauge says\n\n' +
        `Melting begins in April, and the [dam](${SITE}/articles/dam-opens) opens then.\n`,
    );
  });

  it('tells nothing of drafts, old addresses and comments', async () => {
    publication.edit('articles/2026/02/dam-opens.md', 'The gates', '<!-- check -->\n\nThe gates');
    await publication.sync();
    const text = await textOf(publication, '/articles/dam-opens.md');
    expect(text).not.toMatch(/draft|redirectFrom|\/news\/dam|check/);
    expect(text).toContain('updated: "2026-02-04T08:00:00+05:00"');
  });
});

describe('an article as data', () => {
  it('is the typed model with absolute addresses', async () => {
    expect(await dataOf('river-levels')).toMatchObject({
      url: `${SITE}/articles/river-levels`,
      site: { name: 'Steppe Post', url: `${SITE}/` },
      published: '2026-01-10T09:00:00+05:00',
      updated: null,
      section: { name: 'Water', url: `${SITE}/sections/water` },
      topics: [
        { name: 'Syr Darya', url: `${SITE}/topics/syr-darya` },
        { name: 'water', url: `${SITE}/topics/water` },
      ],
      picture: { type: 'image/webp', width: 8, height: 4, alt: 'A river between dry banks' },
      translations: [
        { lang: 'ru', title: 'Уровень реки падает', url: `${SITE}/articles/uroven-reki` },
      ],
      words: 21,
      text: expect.stringMatching(/^The gauge at the bridge .*\n\nWhat the gauge says\n\nMelting/),
      html: expect.stringContaining(`<a href="${SITE}/articles/dam-opens">dam</a>`),
    });
  });

  it.each(PUBLISHED)('has the documented fields and no others: %s', async (slug) => {
    expect((await dataOf(slug)).url).toBe(`${SITE}/articles/${slug}`);
  });

  it('has no address for an author without a profile, and no picture where the file is broken', async () => {
    publication.write('authors/timur-rashidov.md', '---\nrole: Editor\n---\n');
    publication.write('media/river.png', 'no picture');
    await publication.syncAnew();
    const { authors, picture } = await dataOf('river-levels');
    expect(authors[1]).toEqual({ name: 'Timur Rashidov', url: null });
    expect(picture).toBeNull();
  });
});

describe('an article that others published first', () => {
  it('leads to its original in both forms', async () => {
    const original = 'https://partner.example/river';
    publication.edit(
      'articles/2026/01/river-levels.md',
      '\n---\n',
      `\ncanonicalUrl: ${original}\n---\n`,
    );
    await publication.sync();
    for (const extension of ['md', 'json']) {
      const document = await documentOf(publication, `/articles/river-levels.${extension}`);
      expect(document?.fields?.Link).toBe(`<${original}>; rel="canonical"`);
      expect(String(document?.body)).toContain(original);
    }
  });
});

describe.each(['md', 'json'])('an article as .%s', (extension) => {
  const path = `/articles/river-levels.${extension}`;

  it('names its page, keeps out of searches, and is as old as its last change', async () => {
    const document = await documentOf(publication, path);
    expect(document?.fields).toEqual({
      Link: `<${SITE}/articles/river-levels>; rel="canonical"`,
      'X-Robots-Tag': 'noindex',
    });
    expect(document?.modified).toBe(Date.parse('2026-01-20T00:00:00+05:00'));
    const between = Date.parse('2026-01-15T00:00:00Z');
    const earlier = await documentOf(publication, path, { now: between });
    expect(earlier?.modified).toBe(Date.parse('2026-01-11T00:00:00+05:00'));
  });

  it.each([
    'nothing-here',
    'draft-notes',
    'next-century',
    'River-Levels',
    'river-levels.md',
    'a/b',
    '%00',
  ])('is not there for %s', async (slug) => {
    expect(await documentOf(publication, `/articles/${slug}.${extension}`)).toBeNull();
  });

  it('is there as soon as the article is', async () => {
    const now = Date.parse('2099-01-01T00:00:00Z');
    const address = `/articles/next-century.${extension}`;
    expect(await documentOf(publication, address, { now: now - 1 })).toBeNull();
    expect(await documentOf(publication, address, { now })).not.toBeNull();
  });

  it('changes with what it shows, and with nothing else', () => {
    const shown = publication.read((reader): Set<Shown> => {
      const query = new URLSearchParams();
      documentAt(`/articles/river-levels.${extension}`)?.({
        reader,
        siteUrl: SITE,
        query,
        files: FILES,
        hub: null,
        indexNowKey: null,
      });
      return reader.shown;
    }, NOW);
    expect([...shown].sort()).toEqual([
      'article:river-levels',
      'author:aigerim-bekova',
      'author:timur-rashidov',
      'card:uroven-reki',
      'media:media/river.png',
      'site',
      'translations:river-levels',
    ]);
  });
});

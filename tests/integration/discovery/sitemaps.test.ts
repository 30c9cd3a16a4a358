import { beforeEach, describe, expect, it } from 'vitest';
import { newsLanguage, newsSitemap } from '@/lib/discovery/sitemaps/newsSitemapAt';
import { sitemaps } from '@/lib/discovery/sitemaps/sitemapAt';
import type { SitePath } from '@/lib/site/routes';
import { NOW, PUBLISHED, TestPublication } from '../../fixtures/publication';
import { documentOf, FILES, SITE, textOf } from './documents';

const HOUR = 3_600_000;
const ELSEWHERE = {
  siteUrl: SITE,
  query: new URLSearchParams(),
  hub: null,
  indexNowKey: null,
  files: FILES,
};

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

const named = (element: string) => (xml: string) =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))].map(([, url = '']) =>
    url.slice(SITE.length),
  );
const places = named('loc');
const pictures = named('image:loc');

async function everyAddress(now = NOW): Promise<string[]> {
  const parts = places(await textOf(publication, '/sitemap.xml', { now }));
  const all: string[] = [];
  for (const part of parts) all.push(...places(await textOf(publication, part, { now })));
  return all;
}

/** Articles that differ in nothing but their names; one a minute. */
function addArticles(count: number): void {
  for (let number = 0; number < count; number += 1) {
    const time = new Date(Date.parse('2026-01-10T00:00:00Z') + number * 60_000).toISOString();
    publication.write(
      `articles/2026/01/note-${number}.md`,
      `---\ntitle: Note ${number}\ndate: ${time}\nauthors: [timur-rashidov]\nsummary: S.\nsection: water\n---\n\nText.\n`,
    );
  }
}

describe('the sitemaps', () => {
  it('name every page that has something on it, each once', async () => {
    const all = await everyAddress();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => path.startsWith('/articles/')).sort()).toEqual(
      PUBLISHED.map((slug) => `/articles/${slug}`).sort(),
    );
    expect(all).toEqual(
      expect.arrayContaining([
        '/',
        '/people',
        '/about',
        '/sections/water',
        '/archive/2026/01',
        '/rates/kzt',
      ]),
    );
    expect(all).toContain('/people/timur-rashidov');
  });

  it('name nothing that readers cannot see yet, or any more', async () => {
    const before = await everyAddress();
    const later = await everyAddress(Date.parse('2100-01-01T00:00:00Z'));
    expect(later.length).toBeGreaterThan(before.length);
    publication.remove('articles/2026/01/river-levels.md');
    await publication.sync();
    expect(await everyAddress()).not.toContain('/articles/river-levels');
  });

  it('say when an article was last changed', async () => {
    expect(await textOf(publication, '/sitemaps/2026-01.xml')).toMatch(
      /<lastmod>2026-\d\d-\d\dT\d\d:\d\d:\d\d\+05:00<\/lastmod>/,
    );
  });

  it('name each picture of an article once, that over it first', async () => {
    publication.edit(
      'articles/2026/01/river-levels.md',
      'Melting begins',
      '![A gauge](media/aigerim.png)\n\n![The river again](media/river.png)\n\nMelting begins',
    );
    await publication.sync();
    expect(pictures(await textOf(publication, '/sitemaps/2026-01.xml'))).toEqual([
      '/media/river.png',
      '/media/aigerim.png',
    ]);
  });

  it('name no picture of a version that is held back', async () => {
    const path = 'articles/2026/01/river-levels.md';
    publication.edit(path, 'Melting begins', '![A gauge](media/aigerim.png)\n\nMelting begins');
    publication.edit(path, 'section: water', 'section: nowhere');
    await publication.sync();
    expect(pictures(await textOf(publication, '/sitemaps/2026-01.xml'))).toEqual([
      '/media/river.png',
    ]);
  });

  it('name the pictures of people', async () => {
    expect(pictures(await textOf(publication, '/sitemaps/pages.xml'))).toEqual([
      '/media/aigerim.png',
    ]);
  });

  it('do not say that what is announced for later has happened', async () => {
    const before = await textOf(publication, '/sitemaps/2026-03.xml');
    publication.edit('articles/2026/03/budget-vote.md', '\n---\n', '\nupdated: 2100-01-01\n---\n');
    await publication.sync();
    expect(await textOf(publication, '/sitemaps/2026-03.xml')).toBe(before);
    expect(await textOf(publication, '/sitemap.xml')).not.toContain('2100');
  });

  it('do not name what others published first, nor a month that has nothing else', async () => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    const news = async () => places(await textOf(publication, '/news-sitemap.xml', { now }));
    expect(await news()).toEqual(['/articles/budget-vote']);
    const copy = '\ncanonicalUrl: https://partner.example/budget\n---\n';
    publication.edit('articles/2026/03/budget-vote.md', '\n---\n', copy);
    await publication.sync();
    expect(await everyAddress()).not.toContain('/articles/budget-vote');
    expect(await textOf(publication, '/sitemap.xml')).not.toContain('/sitemaps/2026-03.xml');
    expect(await news()).toEqual([]);
  });

  it('divide a month that is too long, and leave what is full as it is', async () => {
    const kind = sitemaps(10);
    const made = (path: SitePath) =>
      publication.read((reader) => {
        const document = kind(path)?.({ ...ELSEWHERE, reader });
        return document && 'body' in document ? String(document.body) : null;
      });
    addArticles(15);
    await publication.sync();
    const parts = places(made('/sitemap.xml') ?? '') as SitePath[];
    expect(parts).toEqual(
      expect.arrayContaining(['/sitemaps/2026-01.xml', '/sitemaps/2026-01-2.xml']),
    );
    const first = made('/sitemaps/2026-01.xml');
    expect(places(first ?? '')).toHaveLength(10);
    // Of its last note, whatever was added to the month after it.
    expect(made('/sitemap.xml')).toContain(
      '/2026-01.xml</loc><lastmod>2026-01-10T05:09:00+05:00</lastmod>',
    );
    const all = parts.flatMap((part) => places(made(part) ?? ''));
    expect(new Set(all).size).toBe(all.length);
    addArticles(18);
    await publication.sync();
    expect(made('/sitemaps/2026-01.xml')).toBe(first);
    expect(made('/sitemaps/2026-01-3.xml')).toBeNull();
  });

  it.each([
    '/sitemaps/2026-13.xml',
    '/sitemaps/pages-2.xml',
    '/sitemaps/2026-01-1.xml',
    '/sitemaps/x.xml',
  ])('are not at %s', async (path) => {
    expect(await documentOf(publication, path)).toBeNull();
  });
});

describe('the news sitemap', () => {
  const published = async () => {
    const json = JSON.parse(await textOf(publication, '/feed.json'));
    return Date.parse(json.items[0].date_published);
  };

  it('holds the articles of two days, and of no moment more', async () => {
    const at = await published();
    const [newest = ''] = PUBLISHED;
    const within = await textOf(publication, '/news-sitemap.xml', { now: at + 48 * HOUR });
    expect(places(within)).toEqual([`/articles/${newest}`]);
    const past = await textOf(publication, '/news-sitemap.xml', { now: at + 48 * HOUR + 1 });
    expect(places(past)).toEqual([]);
  });

  it('is made anew when the next article leaves it', async () => {
    const at = await published();
    const soon = await documentOf(publication, '/news-sitemap.xml', {
      now: at + 48 * HOUR - 1_000,
    });
    expect(soon?.steadyFor).toBe(1_001);
    const later = await documentOf(publication, '/news-sitemap.xml', { now: at + HOUR });
    expect(later?.steadyFor).toBe(600_000);
  });

  it('holds no more than are read, the newest of them', async () => {
    addArticles(5);
    await publication.sync();
    const now = Date.parse('2026-01-10T01:00:00Z');
    const made = await publication.read(
      (reader) => newsSitemap(3)('/news-sitemap.xml' as SitePath)?.({ ...ELSEWHERE, reader }),
      now,
    );
    const xml = made && 'body' in made ? String(made.body) : '';
    expect(places(xml)).toEqual(['/articles/note-4', '/articles/note-3', '/articles/note-2']);
  });

  it('says who publishes, in which language, and when with the zone', async () => {
    const xml = await textOf(publication, '/news-sitemap.xml', { now: (await published()) + HOUR });
    expect(xml).toContain('<news:name>Steppe Post</news:name><news:language>en</news:language>');
    expect(xml).toMatch(/<news:publication_date>[\d-]+T[\d:]+\+05:00<\/news:publication_date>/);
  });

  it.each([
    ['en-GB', 'en'],
    ['kk-Cyrl-KZ', 'kk'],
    ['zh-Hant', 'zh-tw'],
    ['zh', 'zh-cn'],
    ['x-klingon', 'ru'],
  ])('takes %s for %s', (tag, expected) => {
    expect(newsLanguage(tag, 'ru')).toBe(expected);
  });
});

import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeEach, describe, expect, it } from 'vitest';
import { complaintsOfFeed } from '../../fixtures/feedRules/feedRules';
import { NOW, PUBLISHED, TestPublication } from '../../fixtures/publication';
import { documentOf, SITE, textOf } from './documents';

const LEVELS = 'articles/2026/01/river-levels.md';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

async function rssOf(path = '/feed.xml', now = NOW) {
  return parseRssFeed(await textOf(publication, path, { now }));
}

describe('the feed of the site', () => {
  it('holds what readers see, newest first, in all formats', async () => {
    const expected = PUBLISHED.map((slug) => `${SITE}/articles/${slug}`);
    const rss = await rssOf();
    const atom = parseAtomFeed(await textOf(publication, '/atom.xml'));
    const json = parseJsonFeed(await textOf(publication, '/feed.json'));
    expect(rss.items?.map(({ link }) => link)).toEqual(expected);
    expect(atom.entries?.map(({ id }) => id)).toEqual(expected);
    expect(json.items?.map(({ url }) => url)).toEqual(expected);
  });

  it('says whose it is, and where', async () => {
    const rss = await rssOf();
    expect(rss).toMatchObject({
      title: 'Steppe Post',
      link: `${SITE}/`,
      language: 'en',
      description: 'A small sound publication for tests.',
      image: { url: `${SITE}/icons/48.png` },
    });
    const json = parseJsonFeed(await textOf(publication, '/feed.json'));
    expect(json).toMatchObject({
      home_page_url: `${SITE}/`,
      feed_url: `${SITE}/feed.json`,
      icon: `${SITE}/icons/512.png`,
    });
    const atom = parseAtomFeed(await textOf(publication, '/atom.xml'));
    expect(atom.links).toContainEqual(
      expect.objectContaining({ rel: 'self', href: `${SITE}/atom.xml` }),
    );
  });

  it('has the whole article with absolute addresses, its picture and its credit', async () => {
    const item = (await rssOf()).items?.find(({ link }) => link?.endsWith('/river-levels'));
    const html = item?.content?.encoded ?? '';
    expect(html).toContain('What the gauge says');
    expect(html).toContain(`<figure><img src="${SITE}/media/river.`);
    expect(html).toContain('The upper Syr Darya A. Bekova');
    expect(html).not.toMatch(/(?:src|href)="[/#]|<script|<iframe|class=|style=/);
    expect(item?.media?.contents?.[0]).toMatchObject({
      url: expect.stringMatching(
        /^https:\/\/courier\.example\/media\/river\.[0-9a-f]{10}-8\.webp$/,
      ),
      type: 'image/webp',
      medium: 'image',
      width: 8,
      height: 4,
    });
    expect(item?.dc?.creators).toEqual(['Aigerim Bekova', 'Timur Rashidov']);
  });

  it('shows corrections, and counts them as changes', async () => {
    publication.edit(LEVELS, 'The length of the record is now given.', 'It stands <higher>.');
    await publication.sync();
    const json = parseJsonFeed(await textOf(publication, '/feed.json'));
    const item = json.items?.find(({ url }) => url?.endsWith('/river-levels'));
    expect(item?.content_html).toContain('It stands &lt;higher&gt;.');
    expect(item?.date_modified).toBe('2026-01-20T00:00:00+05:00');
  });

  it('says in which language each article is, whatever its own', async () => {
    const expected = { 'uroven-reki': 'ru', 'dam-opens': 'en' };
    const rss = await rssOf();
    const atom = await textOf(publication, '/atom.xml');
    const json = parseJsonFeed(await textOf(publication, '/feed.json'));
    for (const [name, language] of Object.entries(expected)) {
      const url = `${SITE}/articles/${name}`;
      expect(rss.items?.find(({ link }) => link === url)?.dc?.languages).toEqual([language]);
      expect(json.items?.find((item) => item.url === url)?.language).toBe(language);
      const entry = atom.split('<entry ').find((part) => part.includes(`<id>${url}</id>`));
      expect(entry).toMatch(new RegExp(`^xml:lang="${language}"`));
    }
  });

  it('says what each article is about, by kind and name', async () => {
    const item = (await rssOf()).items?.find(({ link }) => link?.endsWith('/river-levels'));
    expect(item?.categories).toContainEqual({ name: 'Water', domain: `${SITE}/sections` });
    const atom = parseAtomFeed(await textOf(publication, '/atom.xml'));
    const entry = atom.entries?.find(({ id }) => id?.endsWith('/river-levels'));
    expect(entry?.categories).toContainEqual({
      term: 'water',
      scheme: `${SITE}/sections`,
      label: 'Water',
    });
  });

  it('has the picture with its credit in Atom too', async () => {
    const atom = parseAtomFeed(await textOf(publication, '/atom.xml'));
    const entry = atom.entries?.find(({ id }) => id?.endsWith('/river-levels'));
    expect(entry?.media?.contents?.[0]).toMatchObject({
      type: 'image/webp',
      width: 8,
      height: 4,
      credits: [{ value: 'A. Bekova' }],
    });
    expect(entry?.authors?.[0]).toEqual({
      name: 'Aigerim Bekova',
      uri: `${SITE}/people/aigerim-bekova`,
    });
  });

  it('names no change that is still to come', async () => {
    const before = Date.parse('2026-01-20T00:00:00Z');
    const document = await documentOf(publication, '/feed.xml', { now: before });
    expect(document?.modified).toBeLessThanOrEqual(before);
  });

  it('names its hub where there is one, in the feed and in the head of the answer', async () => {
    const hub = 'https://hub.example/';
    const document = await documentOf(publication, '/feed.xml', { hub });
    expect(document?.fields?.Link).toBe(`<${SITE}/feed.xml>; rel="self", <${hub}>; rel="hub"`);
    expect(document?.body).toContain(`rel="hub" href="${hub}"`);
    expect(await textOf(publication, '/feed.json', { hub })).toContain('"hubs":[{"type":"WebSub"');
    expect(await textOf(publication, '/feed.xml')).not.toContain('hub');
  });

  it('is sound while nothing is published', async () => {
    const empty = TestPublication.of({ 'site.yml': publication.text('site.yml') });
    await empty.sync();
    for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) {
      expect(complaintsOfFeed(await textOf(empty, path), SITE + path)).toEqual([]);
    }
    expect(parseRssFeed(await textOf(empty, '/feed.xml')).items ?? []).toEqual([]);
    expect(parseAtomFeed(await textOf(empty, '/atom.xml')).entries ?? []).toEqual([]);
    expect((await documentOf(empty, '/feed.json'))?.modified).toBeNull();
  });
});

describe('the feed of a list', () => {
  it.each([
    ['/people/timur-rashidov', 'Timur Rashidov · Steppe Post'],
    ['/sections/water', 'Water · Steppe Post'],
    ['/countries/kazakhstan', 'Kazakhstan · Steppe Post'],
  ])('%s has its name and its articles alone', async (path, title) => {
    const rss = await rssOf(`${path}/feed.xml`);
    expect(rss.title).toBe(title);
    expect(rss.link).toBe(SITE + path);
    const [, kind = '', value = ''] = path.split('/');
    const kinds = { people: 'author', sections: 'section', countries: 'country' } as const;
    // The lists of the archive are what the pages show.
    const key = { kind: kinds[kind as keyof typeof kinds], value } as never;
    expect(rss.items?.map(({ link }) => link?.split('/').at(-1)) ?? []).toEqual(
      publication.slugs(key),
    );
    expect(parseJsonFeed(await textOf(publication, `${path}/feed.json`)).title).toBe(title);
  });

  it('is there, with nothing in it, while the list is empty', async () => {
    publication.edit(
      'sections.yml',
      '- slug: water',
      '- slug: culture\n  name: Culture\n  description: Nothing yet.\n- slug: water',
    );
    await publication.sync();
    for (const file of ['feed.xml', 'feed.json']) {
      const path = `/sections/culture/${file}`;
      const text = await textOf(publication, path);
      expect(complaintsOfFeed(text, SITE + path)).toEqual([]);
      expect(text).toContain('Culture · Steppe Post');
      expect(text).not.toContain('/articles/');
    }
  });

  it.each([
    '/people/nobody/feed.xml',
    '/sections/none/feed.json',
    '/topics/none/feed.xml',
    '/countries/atlantis/feed.xml',
    '/sections/water/atom.xml',
    '/articles/river-levels/feed.xml',
    '/people/feed.xml',
    '/constructor/x/feed.xml',
  ])('is not at %s', async (path) => {
    expect(await documentOf(publication, path)).toBeNull();
  });
});

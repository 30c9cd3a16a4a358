import { beforeAll, describe, expect, inject, it } from 'vitest';
import { complaintsOfFeed } from '../../fixtures/feedRules/feedRules';

const FOLLOWED = /^\/(?:people|sections|countries|topics)\/[^/]+$/;
const PAGE_TYPE = /^text\/html/;

interface Fetched {
  readonly text: string;
  readonly headers: Headers;
}

async function fetched(path: string): Promise<Fetched> {
  const response = await fetch(inject('address') + path);
  expect([path, response.status]).toEqual([path, 200]);
  return { text: await response.text(), headers: response.headers };
}

/** Paths of a sitemap, which name every list that has something in it. */
async function listedPaths(): Promise<string[]> {
  const { text } = await fetched('/sitemaps/pages.xml');
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => pathOf(url));
}

function pathOf(url: string): string {
  expect(url).toMatch(new RegExp(`^${inject('publicAddress')}/`));
  return url.slice(inject('publicAddress').length);
}

/** The feeds that a page's head names, as programs find them. */
async function feedsOf(path: string): Promise<string[]> {
  const { text, headers } = await fetched(path);
  expect(headers.get('content-type')).toMatch(PAGE_TYPE);
  const links = [...text.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"([^>]*)>/g)];
  return links
    .filter(([, type = '']) => /rss|atom|feed/.test(type))
    .map(([, type, url = '', more]) => {
      expect([type, more]).toEqual([typeOf(url), expect.stringMatching(/ title="[^"]+"/)]);
      return pathOf(url);
    });
}

function typeOf(url: string): string {
  if (url.endsWith('.json')) return 'application/feed+json';
  return url.endsWith('/atom.xml') ? 'application/atom+xml' : 'application/rss+xml';
}

let lists: string[];
let feeds: string[];

beforeAll(async () => {
  lists = (await listedPaths()).filter((path) => FOLLOWED.test(path));
  const found = new Set(await feedsOf('/'));
  for (const path of lists) for (const feed of await feedsOf(path)) found.add(feed);
  feeds = [...found];
});

describe('the feeds of the sample publication', () => {
  it('are named by the pages of their lists: of the site in three formats, of each list in two', () => {
    const expected = ['/feed.xml', '/atom.xml', '/feed.json'];
    for (const list of lists) expected.push(`${list}/feed.xml`, `${list}/feed.json`);
    expect([...feeds].sort()).toEqual(expected.sort());
    for (const kind of ['people', 'sections', 'countries', 'topics']) {
      expect(lists).toContainEqual(expect.stringMatching(`^/${kind}/`));
    }
  });

  it('are what their formats ask for, with names that tell what has changed', async () => {
    for (const path of feeds) {
      const { text, headers } = await fetched(path);
      expect(complaintsOfFeed(text, inject('publicAddress') + path), path).toEqual([]);
      const type = path.endsWith('.json') ? 'application/feed+json' : 'application/xml';
      expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(headers.get('etag'), path).toMatch(/^"[^"]+"$/);
      expect(headers.get('last-modified'), path).toMatch(/ GMT$/);
      expect(headers.get('cache-control'), path).toMatch(/max-age=\d+/);
    }
  });
});

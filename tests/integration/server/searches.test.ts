import { beforeEach, describe, expect, it } from 'vitest';
import { fetchRaw, madePage, type Site, serve } from './support';

let site: Site;

/** As the server spells it for whoever makes the page. */
const LONG = `/search?q=${encodeURIComponent('ж'.repeat(1000))}`;

beforeEach(async () => {
  const found = { kind: 'page', page: await madePage('Found') } as const;
  site = await serve({
    answers: {
      '/search': { kind: 'page', page: await madePage('What do you look for?') },
      '/search?q=rates': found,
      [LONG]: found,
      '/search?q=%00%EF%BF%BD': found,
    },
  });
});

describe('what a search finds', () => {
  it.each(['/search', '/search?q=rates'])(
    'is kept for a minute, renewed by no cache, and in no index: %s',
    async (path) => {
      // The second time, the page without words comes out of the cache.
      for (const _ of [1, 2]) {
        const { status, headers } = await fetchRaw(site, path);
        expect(status).toBe(200);
        expect(headers['cache-control']).toBe('public, max-age=60');
        expect(headers['x-robots-tag']).toBe('noindex');
        expect(headers['speculation-rules']).toBe('"/speculation-rules.json"');
      }
    },
  );

  it.each(['/search', '/search?q=rates'])(
    'is not sent again to those who have it: %s',
    async (path) => {
      const { headers } = await fetchRaw(site, path);
      const given = { 'if-none-match': headers.etag ?? '' };
      const again = await fetchRaw(site, path, { headers: given });
      expect(again.status).toBe(304);
      expect(again.headers['cache-control']).toBe('public, max-age=60');
    },
  );

  it('takes no room of other pages, and is asked for in one spelling', async () => {
    await fetchRaw(site, '/search?q=rates');
    await fetchRaw(site, '/search?utm_source=x&q=rates');
    expect(site.made).toEqual(['/search?q=rates', '/search?q=rates']);
  });

  it('is a page also for ten thousand Cyrillic letters', async () => {
    const text = encodeURIComponent('ж'.repeat(10_000));
    const { status, body } = await fetchRaw(site, `/search?q=${text}`);
    expect([status, body.toString()]).toEqual([200, expect.stringContaining('Found')]);
    expect(site.made).toEqual([LONG]);
  });

  it('is a page also for null bytes and for what is no UTF-8', async () => {
    expect((await fetchRaw(site, '/search?q=%00%FF')).status).toBe(200);
  });
});

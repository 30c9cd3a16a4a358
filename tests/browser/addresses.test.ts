import { describe, expect, inject, it } from 'vitest';
import { browse } from './support/visit';

/** Asks for an address exactly as it is written, and follows nothing. */
const ask = (path: string, method = 'GET') =>
  fetch(inject('address') + path, { method, redirect: 'manual' });

describe('an address that has moved', () => {
  it.each([
    ['named in redirects.yml', '/author/aliya-haidar', '/people/aliya-haidar'],
    [
      'claimed by an article',
      '/news/almaty-airport-trial',
      '/articles/almaty-airport-hostage-trial',
    ],
    ['with a slash at its end', '/people/', '/people'],
    ['with a slash at the end of a longer one', '/sections/politics/', '/sections/politics'],
    ['in upper case', '/People', '/people'],
    [
      'of an article in upper case',
      '/articles/CSTO-Future-in-Doubt',
      '/articles/csto-future-in-doubt',
    ],
    [
      'of the data of an article in upper case',
      '/articles/CSTO-Future-in-Doubt.JSON',
      '/articles/csto-future-in-doubt.json',
    ],
    ['of a feed in upper case', '/people/Aliya-Haidar/feed.xml', '/people/aliya-haidar/feed.xml'],
    ['of a feed that had another name', '/rss.xml', '/feed.xml'],
    [
      'of the feed of a list that has moved',
      '/sections/money/feed.json',
      '/sections/business/feed.json',
    ],
    ['of a topic in upper case', '/topics/Money', '/topics/money'],
    ["of a list's first page", '/countries/kazakhstan/page/1', '/countries/kazakhstan'],
    ["of a profile's first page", '/people/aliya-haidar/page/1', '/people/aliya-haidar'],
    ["of a month's first page", '/archive/2025/04/page/1', '/archive/2025/04'],
    ['of the first page of corrections', '/corrections/page/1', '/corrections'],
  ])('%s leads on for good: %s', async (_, from, to) => {
    const response = await ask(from);
    expect(response.status).toBe(308);
    const target = new URL(response.headers.get('location') ?? '', inject('address'));
    expect(target.pathname).toBe(to);
    expect(target.host).toBe(new URL(inject('address')).host);
    expect((await ask(to)).status).toBe(200);
  });

  it('never leads to another host', async () => {
    const response = await ask('//foreign.example/');
    const target = new URL(response.headers.get('location') ?? '/', inject('address'));
    expect(target.host).toBe(new URL(inject('address')).host);
  });
});

describe('an address that nothing answers', () => {
  const go = browse({ scripts: false });

  it.each([
    '/no-such-page',
    '/no/such/page',
    '/articles/no-such-article',
    '/articles/a-draft-about-drafts',
    '/people/nobody',
    '/sections/nothing',
    '/countries/atlantis',
    '/topics/nothing',
    '/archive/2025/13',
    '/archive/1999/01',
    '/countries/kazakhstan/page/99',
    '/countries/kazakhstan/page/0',
    '/countries/kazakhstan/page/one',
    '/people/aliya-haidar/page/2',
    '/corrections/page/99',
    '/no-such-file.html',
    '/articles/%00',
    '/a%2Fb',
  ])('%s says so in a page of the site, without scripts', async (path) => {
    const { page, status } = await go(path);
    expect(status).toBe(404);
    expect(await page.locator('h1').allInnerTexts()).toEqual(['This page does not exist']);
    const main = page.getByRole('main');
    expect(await main.getByRole('link', { name: 'Front page' }).isVisible()).toBe(true);
    expect(await main.locator('[data-card] a[href^="/articles/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-ticker]').count()).toBe(1);
  });

  it.each(['/media/no-such-picture.png', '/media/..%2F..%2Fpackage.json'])(
    '%s is no picture',
    async (path) => {
      const response = await fetch(inject('address') + path, { signal: AbortSignal.timeout(5000) });
      expect(response.status).toBe(404);
    },
  );

  it('says of what was removed that it is not there', async () => {
    expect([404, 410]).toContain((await ask('/horoscopes')).status);
  });
});

describe('an address that cannot be read', () => {
  it.each(['/%ZZ', '/articles/%E0%A4%A'])('%s is the fault of the one who asks', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });
});

describe('the head of an answer', () => {
  it.each([
    ['/', 200],
    ['/no-such-page', 404],
  ])('comes alone where only it is asked for: %s', async (path, status) => {
    const response = await ask(path, 'HEAD');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('');
  });

  it('sends pages compressed to those who can read that', async () => {
    const response = await fetch(inject('address'), { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('</html>');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { finishDocument } from '@/lib/server/pages/document';
import { fetchRaw, madePage, type Site, serve } from './support';

const HEAD = [
  '<link rel="canonical" href="https://courier.example/articles/dam?a=1&amp;b=2"/>',
  '<link rel="alternate" hreflang="ru" href="https://courier.example/articles/plotina"/>',
  '<link rel="alternate" type="text/markdown" title="Markdown" href="https://courier.example/articles/dam.md"/>',
  '<link rel="alternate" type="application/json" href="https://courier.example/articles/dam.json"/>',
  '<link rel="alternate" type="application/json+oembed" href="https://courier.example/api/oembed"/>',
  '<link rel="alternate" type="application/rss+xml" href="https://courier.example/feed.xml"/>',
  '<link rel="icon" href="/icon.svg"/>',
].join('');

let site: Site;

beforeEach(async () => {
  const page = { kind: 'page', page: await madePage('Dam', HEAD) } as const;
  const document = await finishDocument(
    { status: 501, type: 'text/plain', body: 'No.\n', modified: Date.now() },
    new Set(['site']),
  );
  site = await serve({
    answers: {
      '/articles/dam': page,
      '/not-found': page,
      '/preview/abc': page,
      '/odd': {
        kind: 'page',
        page: await madePage(
          '',
          '<link rel="alternate" type="text/markdown" href="https://a.example/&#10;X: y>; &quot;ә">',
        ),
      },
      '/about': { kind: 'page', page: await madePage('About') },
      '/rates?amount=5': { kind: 'page', page: await madePage('Rates') },
      '/api/oembed': { kind: 'document', document },
      '/feed.xml': { kind: 'document', document: { ...document, status: 200 } },
    },
    data: { '/api/rates': { body: '{}', headers: {} } },
  });
});

describe('the Link field of a page', () => {
  it('has the other forms of the page, and leaves the rest of the head to the page', async () => {
    const { headers } = await fetchRaw(site, '/articles/dam');
    expect(headers.link).toBe(
      '</articles/dam.md>; rel="alternate"; type="text/markdown", ' +
        '</articles/dam.json>; rel="alternate"; type="application/json"',
    );
  });

  it('cannot be ended by an address', async () => {
    const { headers } = await fetchRaw(site, '/odd');
    expect(headers.link).toBe('</X:%20y%3E;%20%22%D3%99>; rel="alternate"; type="text/markdown"');
    expect(headers).not.toHaveProperty('x');
  });

  it('is not there where the head names no other form', async () => {
    expect((await fetchRaw(site, '/about')).headers.link).toBeUndefined();
  });

  it('is not there for what was not found, nor for what few may see', async () => {
    const missing = await fetchRaw(site, '/articles/nothing');
    expect([missing.status, missing.headers.link]).toEqual([404, undefined]);
    const preview = await fetchRaw(site, '/preview/abc');
    expect([preview.status, preview.headers.link]).toEqual([200, undefined]);
  });
});

describe('an address that is spelt in another way', () => {
  it.each([
    ['/articles/dam/', '/articles/dam'],
    ['//articles/dam', '/articles/dam'],
    ['/articles//dam', '/articles/dam'],
    ['/articles/./dam', '/articles/dam'],
    ['/people/../articles/dam', '/articles/dam'],
    ['/people/%2E%2e/articles/dam', '/articles/dam'],
    ['/articles/%64am?x', '/articles/dam'],
    ['/rates/?utm_source=x&amount=5', '/rates?amount=5'],
    ['/feed.xml/', '/feed.xml'],
    ['/%66eed.xml', '/feed.xml'],
    ['/api/rates/', '/api/rates'],
  ])('%s leads to the one that counts', async (asked, path) => {
    const { status, headers } = await fetchRaw(site, asked);
    expect([status, headers.location]).toEqual([308, path]);
  });

  it.each([
    '//elsewhere.example/',
    '//articles//nothing',
    '/articles/dam.rsc',
    '/api/documents/feed.xml',
  ])('%s leads nowhere', async (asked) => {
    const { status, headers } = await fetchRaw(site, asked);
    expect([status, headers.location]).toEqual([404, undefined]);
  });

  it('is not kept as another page', async () => {
    for (const path of ['/articles/dam', '/articles/./dam', '/./articles/dam', '/articles/dam/']) {
      await fetchRaw(site, path);
    }
    expect(site.made).toEqual(['/articles/dam']);
  });
});

describe('a refusal', () => {
  it('has its status, is not for keeping and has no name', async () => {
    const { status, headers, body } = await fetchRaw(site, '/api/oembed', {
      headers: { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() },
    });
    expect(status).toBe(501);
    expect(body.toString()).toBe('No.\n');
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=86400');
    expect(headers.etag).toBeUndefined();
  });
});

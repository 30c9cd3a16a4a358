import { brotliCompressSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { ALL_PAGES, contentWithEverything, EVERYTHING, fetchLine } from './support';

/** The first flight of a connection: ten packets (RFC 6928), less what TLS takes of them. */
const FIRST_FLIGHT = 14_000;
const SCRIPTS = 3_000;

const site = siteOf({ contentDir: contentWithEverything() });

describe.each(ALL_PAGES)('$kind $path', ({ path, status }) => {
  it('comes whole in the first flight: head, text and styles', async () => {
    const { status: answered, headBytes, bodyBytes } = await fetchLine(site().address + path);
    expect(answered).toBe(status);
    expect(headBytes + bodyBytes).toBeLessThanOrEqual(FIRST_FLIGHT);
  });

  it('has no script but islands and data, and nothing of its framework', async () => {
    const { html } = await fetchLine(site().address + path);
    const { document } = new JSDOM(html).window;
    for (const script of document.querySelectorAll('script')) {
      const isData = script.type === 'application/ld+json';
      expect(isData || script.dataset.island !== undefined).toBe(true);
      // What is in a file is fetched without keeping the page waiting, and runs after it.
      if (script.src !== '') expect(script.type).toBe('module');
    }
    expect(html).not.toMatch(/__next|_next\/|<!--|data-precedence/);
    expect(document.querySelectorAll('link[rel="stylesheet"], [style]')).toHaveLength(0);
  });

  it('has scripts of at most 3 kB in all', async () => {
    const { html } = await fetchLine(site().address + path);
    const { document } = new JSDOM(html).window;
    let bytes = 0;
    for (const script of document.querySelectorAll('script[data-island]')) {
      const source = script.getAttribute('src');
      bytes +=
        source === null
          ? brotliCompressSync(script.textContent).length
          : await sentBytes(site().address + source);
    }
    expect(bytes).toBeLessThanOrEqual(SCRIPTS);
  });

  it('says at its foot what it weighs', async () => {
    const { html, bodyBytes } = await fetchLine(site().address + path);
    const line = new JSDOM(html).window.document.querySelector('[data-page-weight]');
    expect(line?.textContent).toBe(`This page: ${(bodyBytes / 1000).toFixed(1)} kB`);
    expect(line?.hasAttribute('hidden')).toBe(false);
  });
});

it('the article that is weighed has everything that an article can have', async () => {
  const { html } = await fetchLine(site().address + EVERYTHING);
  const { document } = new JSDOM(html).window;
  const parts = {
    '.lead-picture img': 1,
    '[data-article-body] figure img': 2,
    '[data-article-body] table': 1,
    '[data-article-body] .footnotes li': 3,
    '[data-article-body] > div > blockquote': 1,
    '[data-article-body] .pullquote': 1,
    '[data-article-body] .factbox': 1,
    '.corrections-box time': 2,
    '.series-box li': 4,
    '.authors-box .author-note': 2,
    '.related [data-card]': 4,
  };
  for (const [selector, count] of Object.entries(parts)) {
    expect([selector, document.querySelectorAll(selector).length]).toEqual([selector, count]);
  }
  const words = document.querySelector('[data-article-body]')?.textContent.match(/[\p{L}\p{N}]+/gu);
  expect(words?.length).toBeGreaterThanOrEqual(900);
});

it('a page says the same figure in every encoding', async () => {
  const { html } = await fetchLine(site().address + EVERYTHING);
  const headers = { 'accept-encoding': 'gzip' };
  const gzip = await fetch(site().address + EVERYTHING, { headers });
  expect(await gzip.text()).toBe(html);
});

async function sentBytes(address: string): Promise<number> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  return Number(response.headers.get('content-length'));
}

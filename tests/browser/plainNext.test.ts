import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { PAGES } from './support/pages';
import { browse, READERS } from './support/visit';

/** Hosts that run Next themselves know nothing of lib/server. */
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const site = siteOf({ command: [process.execPath, next, 'start'], ready: /Ready in/ });

describe.each(READERS)('under Next alone, $reader,', ({ scripts }) => {
  const go = browse({ scripts });
  // Next's own error pages need scripts.
  const pages = PAGES.filter(({ status }) => scripts || status === 200);

  it.each(pages)('$kind is what it should be', async ({ path, status, heading }) => {
    const { page, status: answered, faults } = await go(site().address + path);
    expect(answered).toBe(status);
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([heading]);
    // A browser without scripts reports each that it leaves out.
    expect(faults.filter((fault) => !/status of 404|: csp$/.test(fault))).toEqual([]);
    // Its weight is not known there, so nothing is said of it.
    expect(await page.locator('[data-page-weight]').isVisible()).toBe(false);
  });
});

it('lets the caches of its host keep pages', async () => {
  const { headers } = await fetch(`${site().address}/about`);
  expect(headers.get('cache-control')).toBe('public, s-maxage=10, stale-while-revalidate=600');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it.each([
  ['/api/rates', 'application/json', '"code": "KGS"'],
  ['/rates/kzt.json', 'application/json', '"code": "KZT"'],
  ['/rates/kzt.csv', 'text/csv', 'date,KZT\n2026-01-28,501.771\n'],
])('gives the data of %s', async (path, type, text) => {
  const response = await fetch(site().address + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  expect(response.headers.get('cache-control')).toContain('max-age=300');
  expect(await response.text()).toContain(text);
});

it.each([
  ['/articles/how-an-official-rate-is-set.md', 200, 'text/markdown', 'canonical: "'],
  ['/articles/how-an-official-rate-is-set.json', 200, 'application/json', '"words":'],
  ['/api/oembed?url=https%3A%2F%2Felsewhere.example%2F', 400, 'text/plain', 'url must be'],
])('gives programs what is at %s', async (path, status, type, text) => {
  const response = await fetch(site().address + path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(text);
});

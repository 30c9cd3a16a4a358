import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { PAGES } from './support/pages';
import { visitOnce } from './support/visit';

const metaOf = (page: Page, name: string) =>
  page
    .locator(`head meta[name="${name}"]`)
    .evaluateAll((all) => all.map((meta) => meta.getAttribute('content') ?? ''));

describe.each(PAGES)('$kind ($path)', ({ path, status, heading }) => {
  const visit = visitOnce(path);
  const isFound = status === 200;

  it(`answers ${status} and reports no fault`, async () => {
    const { faults } = visit();
    expect(visit().status).toBe(status);
    // Chromium reports the status of a page that is not found as a fault of its own.
    const own = faults.filter(
      (fault) => isFound || !fault.includes(`(${inject('address')}${path})`),
    );
    expect(own).toEqual([]);
  });

  it('asks nobody but the site for anything', async () => {
    const { requests } = visit();
    expect(requests.length).toBeGreaterThan(0);
    const foreign = requests.filter(
      (url) => !url.startsWith(`${inject('address')}/`) && !url.startsWith('data:'),
    );
    expect(foreign).toEqual([]);
  });

  it('has one main heading and one main part', async () => {
    const { page } = visit();
    expect(await page.locator('h1').allInnerTexts()).toEqual([heading]);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('main h1').count()).toBe(1);
  });

  it('steps through its heading levels without a gap', async () => {
    const levels = await visit()
      .page.locator('main :is(h1, h2, h3, h4, h5, h6)')
      .evaluateAll((all) => all.map((node) => Number(node.tagName.slice(1))));
    const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(levels[0]).toBe(1);
    expect(gaps).toEqual([]);
  });

  it('has a title and a language', async () => {
    const { page } = visit();
    expect(await page.title()).toContain(heading);
    expect(await page.title()).toContain('Saxaul Courier');
    expect(await page.locator('head title').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('describes every picture and every date for machines', async () => {
    const { page } = visit();
    const unsized = page.locator('img:not([width][height][alt])');
    expect(await unsized.evaluateAll((all) => all.map((node) => node.outerHTML))).toEqual([]);
    const undated = page.locator('time:not([datetime])');
    expect(await undated.count()).toBe(0);
  });

  it('has one absolute canonical address, but none where nothing is found', async () => {
    const links = visit().page.locator('link[rel="canonical"]');
    const canonical = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')),
    );
    expect(canonical).toEqual(isFound ? [inject('publicAddress') + path] : []);
  });

  it('describes itself to search engines, or keeps out of them', async () => {
    const { page } = visit();
    const descriptions = await metaOf(page, 'description');
    const robots = await metaOf(page, 'robots');
    expect(descriptions).toHaveLength(isFound ? 1 : 0);
    for (const text of descriptions) expect(text.length).toBeGreaterThan(20);
    expect(robots.some((text) => text.includes('noindex'))).toBe(!isFound);
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PAGES } from './support/pages';
import { browse, PHONE, READERS } from './support/visit';

/** What sticks out to the right, but for what lies in a box that scrolls by itself. */
const overhanging = (page: Page) =>
  page.evaluate((width) => {
    const scrolls = (node: Element) => getComputedStyle(node).overflowX !== 'visible';
    const isHeld = (node: Element): boolean =>
      node.parentElement !== null && (scrolls(node.parentElement) || isHeld(node.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((node) => node.getBoundingClientRect().right > width + 1 && !isHeld(node))
      .map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class')}`);
  }, PHONE);

describe.each(READERS)('on a phone $reader', ({ scripts }) => {
  const go = browse({ scripts, width: PHONE });

  it.each(PAGES)('$kind ($path) does not scroll sideways', async ({ path }) => {
    const { page } = await go(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ width, overhanging: await overhanging(page) }).toEqual({
      width: PHONE,
      overhanging: [],
    });
  });
});

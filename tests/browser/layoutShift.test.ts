import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, DESKTOP, PHONE } from './support/visit';

/**
 * A line that is painted while it is still arriving may move by a pixel. That comes to less than
 * the two decimals in which the sum of shifts is told; a picture without room comes to far more.
 */
const UNSEEN = 0.005;

/** Sum of all layout shifts since the page began to load (Layout Instability API). */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );

/** Pictures come late, as on a slow line: text must not move when they do. */
const delayPictures = (page: Page) =>
  page.route('**/media/**', async (route) => {
    await pause(150);
    await route.continue();
  });

/** Passes every picture on the way to the end, so that those that wait for it are loaded too. */
async function readToTheEnd(page: Page): Promise<void> {
  // On a phone some cards leave their picture out.
  for (const picture of await page.locator('img:visible').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((node) => node instanceof HTMLImageElement && node.complete), {
        timeout: 10_000,
      })
      .toBe(true);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
}

describe.each([PHONE, DESKTOP])('at %i px', (width) => {
  const go = browse({ width, prepare: delayPictures });

  it.each(['/', '/articles/how-an-official-rate-is-set', '/people/aliya-haidar'])(
    'nothing on %s moves while it loads',
    async (path) => {
      const { page } = await go(path);
      await readToTheEnd(page);
      expect(await page.locator('img:visible').count()).toBeGreaterThan(0);
      expect(await shift(page)).toBeLessThan(UNSEEN);
    },
  );
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, DESKTOP, PHONE } from './support/visit';

/** Every layout shift since the page began to load (Layout Instability API). */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const values: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') values.push(entry.value);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(values), 200);
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
      expect(await shifts(page)).toEqual([]);
    },
  );
});

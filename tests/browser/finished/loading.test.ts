import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { browse, DESKTOP, PHONE } from '../support/visit';
import { ALL_PAGES, contentWithEverything } from './support';

const site = siteOf({ contentDir: contentWithEverything() });

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

/** Style sheets, fonts and scripts that keep the first line waiting. */
const blocking = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking',
      )
      .map(({ name }) => name),
  );

describe.each([PHONE, DESKTOP])('at %i px, with scripts,', (width) => {
  const go = browse({ width });

  // One visit for both: waiting until a page is quiet takes most of the time.
  it.each(ALL_PAGES)(
    '$kind asks for nothing before it can be read, stands still, and leaves the console empty',
    async ({ path, status }) => {
      const { page, requests, faults } = await go(site().address + path);
      await page.waitForLoadState('networkidle');
      expect(await shift(page)).toBe(0);
      const [first, ...others] = requests.map((address) => new URL(address).pathname);
      expect(first).toBe(new URL(path, site().address).pathname);
      for (const other of others) {
        expect(other).toMatch(/^\/(?:media|islands)\/|^\/(?:icon\.svg|speculation-rules\.json)$/);
      }
      expect(await blocking(page)).toEqual([]);
      // The browser itself notes the status of a page that is not there.
      const own = faults.filter((fault) => !/status of 404/.test(fault));
      expect(own).toEqual([]);
      expect(faults.length - own.length).toBe(status === 404 ? 1 : 0);
    },
  );

  it('runs no script that the policy does not name', async () => {
    const { page } = await go(`${site().address}/`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      document.body.append(script);
      return document.body.dataset.ran ?? 'no';
    });
    expect(ran).toBe('no');
    expect(await page.evaluate(() => 'next' in window || '__next_f' in window)).toBe(false);
  });
});

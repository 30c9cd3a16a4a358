import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { browse, DESKTOP, PHONE } from '../support/visit';
import { ALL_PAGES, contentWithEverything } from './support';

const site = siteOf({ contentDir: contentWithEverything() });

/** All layout shifts since the page began to load (Layout Instability API), each with what moved. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const found: unknown[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
            const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
              const element = node instanceof Element ? node : node?.parentElement;
              const html = element?.outerHTML.slice(0, 200);
              return { html, from: previousRect.toJSON(), to: currentRect.toJSON() };
            });
            if (entry.value !== 0) found.push({ value: entry.value, moved });
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(found), 200);
      }),
  );

/** As Chromium has it; TypeScript does not know it. */
interface Shift {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

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
      expect(await shifts(page)).toEqual([]);
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

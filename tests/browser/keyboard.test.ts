import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { focusStop, focusStops } from './support/focus';
import { browse, DESKTOP, PHONE, READERS } from './support/visit';

/** Where the keyboard is, seen from the page's landmarks. */
const holderOf = (page: Page, selector: string) =>
  page.evaluate((target) => Boolean(document.activeElement?.closest(target)), selector);

describe.each(READERS)('the keyboard $reader', ({ scripts }) => {
  const go = browse({ scripts });
  const goOnPhone = browse({ scripts, width: PHONE });

  it('finds the skip link first, and sees it', async () => {
    const { page } = await go('/people/aliya-haidar');
    const link = page.getByRole('link', { name: 'Skip to content' });
    const away = await link.boundingBox();
    expect((away?.y ?? 0) + (away?.height ?? 0)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Tab');
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    const shown = await link.boundingBox();
    expect(shown?.y).toBeGreaterThanOrEqual(0);
  });

  it.each(['/', '/articles/how-an-official-rate-is-set', '/no/such/page'])(
    'skips to the content of %s',
    async (path) => {
      const { page } = await go(path);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.locator('main:target').count()).toBe(1);
      await page.keyboard.press('Tab');
      expect(await holderOf(page, 'main')).toBe(true);
    },
  );

  it('reaches every figure of the ticker on a phone, and sees it', async () => {
    const { page } = await goOnPhone('/');
    await page.keyboard.press('Tab');
    for (const pair of ['KGS/USD', 'KZT/USD', 'TJS/USD', 'UZS/USD', 'TMT/USD']) {
      await page.keyboard.press('Tab');
      expect(await holderOf(page, `[data-pair="${pair}"]`)).toBe(true);
      expect(await focusStop(page)).toMatchObject({ isInView: true });
    }
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  it('unfolds and folds what is behind a figure', async () => {
    const { page } = await goOnPhone('/');
    const details = page.locator('[data-pair="UZS/USD"] details');
    const inverse = details.getByText('1 USD = 12,138.72 UZS');
    await details.locator('summary').focus();
    expect(await inverse.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await inverse.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '/rates/uzs',
    );
    await details.locator('summary').focus();
    await page.keyboard.press('Space');
    expect(await inverse.isVisible()).toBe(false);
  });
});

// Two pages, widths and themes cover every kind of link that there is to step on.
describe.each([
  { path: '/', width: DESKTOP, theme: 'light' },
  { path: '/articles/how-an-official-rate-is-set', width: PHONE, theme: 'dark' },
] as const)('the focus on $path at $width px, $theme', ({ path, ...options }) => {
  const go = browse(options);

  it('is seen at every stop', async () => {
    const { page } = await go(path);
    const stops = await focusStops(page);
    expect(stops.length).toBeGreaterThan(20);
    // Two pixels or more (WCAG 2.2, 2.4.13) that stand out by 3:1 (1.4.11).
    const unseen = stops.filter(
      ({ isInView, outline, contrast }) => !isInView || outline < 2 || contrast < 3,
    );
    expect(unseen).toEqual([]);
  });
});

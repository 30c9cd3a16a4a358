import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, DESKTOP, PHONE, READERS } from '../support/visit';

const PAIRS = ['KGS/USD', 'KZT/USD', 'TJS/USD', 'UZS/USD', 'TMT/USD'];

/** Whether nothing lies on top of the way to a currency's page. */
async function isOnTop(page: Page, code: string): Promise<boolean> {
  const link = page
    .locator(`[data-pair="${code}/USD"] .ticker-panel`)
    .getByRole('link', { name: code });
  const spot = await link.boundingBox();
  const top = await page.evaluate(
    ([x, y]) =>
      document
        .elementFromPoint(x ?? 0, y ?? 0)
        ?.closest('a')
        ?.getAttribute('href'),
    [(spot?.x ?? 0) + 5, (spot?.y ?? 0) + 5],
  );
  return top === `/rates/${code.toLowerCase()}`;
}

describe.each(READERS)('the ticker $reader', ({ scripts }) => {
  describe.each([PHONE, 768, 1024, DESKTOP])('at %i px', (width) => {
    const go = browse({ scripts, width });

    it.each(PAIRS)('unfolds what is behind %s where it can be read', async (pair) => {
      const { page } = await go('/people');
      const item = page.locator(`[data-pair="${pair}"]`);
      await item.locator('summary').click();
      const panel = item.locator('.ticker-panel');
      const box = await panel.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? Number.NaN)).toBeLessThanOrEqual(width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const code = pair.slice(0, 3);
      expect(await panel.innerText()).toContain('1 USD = ');
      expect(await panel.locator('time').count()).toBe(1);
      expect(await isOnTop(page, code)).toBe(true);
      await item.locator('summary').click();
      expect(await panel.isVisible()).toBe(false);
    });

    it('shows on top what was unfolded last', async () => {
      const { page } = await go('/people');
      for (const code of ['KZT', 'KGS', 'TJS']) {
        await page.locator(`[data-pair="${code}/USD"] summary`).click();
        expect(await isOnTop(page, code)).toBe(true);
      }
    });
  });
});

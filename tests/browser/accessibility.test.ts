import { describe, expect, it } from 'vitest';
import { addAxe, audit, auditColours } from './support/axe';
import { PAGES } from './support/pages';
import { browse, DESKTOP, PHONE } from './support/visit';

const WIDTHS = [PHONE, DESKTOP];

const FEWEST_RULES = 12;

describe('WCAG 2.2 AA', () => {
  const go = browse();
  const goWithoutScripts = browse({
    width: PHONE,
    // axe itself is a script: the page's own are kept out instead of all.
    prepare: (page) => page.route(/\.js(?:$|\?)/, (route) => route.abort()),
  });

  it.each(PAGES)(
    'is kept by the $kind $path, in light and dark, on phone and desk',
    async ({ path }) => {
      const { page } = await go(path);
      await addAxe(page);
      const found: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: 'light' });
        const light = await audit(page);
        expect(light.passed.length).toBeGreaterThan(FEWEST_RULES);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await auditColours(page);
        expect(dark.passed).toEqual(['color-contrast']);
        found.push(...light.violations.map((line) => `light ${width}: ${line}`));
        found.push(...dark.violations.map((line) => `dark ${width}: ${line}`));
      }
      expect(found).toEqual([]);
    },
  );

  it.each(PAGES)('is kept by the $kind $path where no script arrives', async ({ path }) => {
    const { page } = await goWithoutScripts(path);
    await addAxe(page);
    const { violations, passed } = await audit(page);
    expect(passed.length).toBeGreaterThan(FEWEST_RULES);
    expect(violations).toEqual([]);
  });
});

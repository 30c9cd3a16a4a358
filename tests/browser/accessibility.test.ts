import { describe, expect, it } from 'vitest';
import { addAxe, audit } from './support/axe';
import { PAGES } from './support/pages';
import { browse, DESKTOP, PHONE } from './support/visit';

const LOOKS = [
  { theme: 'light', width: PHONE },
  { theme: 'light', width: DESKTOP },
  { theme: 'dark', width: PHONE },
  { theme: 'dark', width: DESKTOP },
] as const;

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
      for (const { theme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width, height: 800 });
        const { violations, passed } = await audit(page);
        expect(passed.length).toBeGreaterThan(FEWEST_RULES);
        expect(passed).toContain('color-contrast');
        found.push(...violations.map((line) => `${theme} ${width}: ${line}`));
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

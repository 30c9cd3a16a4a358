import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAxe, audit } from './support/axe';
import { copyOfContent } from './support/content';
import { sample } from './support/sample';
import { type RunningSite, startSite } from './support/server';
import { PHONE, READERS, visit } from './support/visit';

const contentDir = copyOfContent();
let site: RunningSite;

beforeAll(async () => {
  site = await startSite({ contentDir });
  const archive = new Libsql(join(site.dataDir, 'archive.db'));
  archive.exec('DROP TABLE listing');
  archive.close();
});

afterAll(() => site?.stop());

describe.each(READERS)('a page that cannot be made $reader', ({ scripts }) => {
  it.each(['/', '/people/aliya-haidar', '/sections/politics'])(
    'is answered with a finished page: %s',
    async (path) => {
      const { page, status } = await visit(path, { address: site.address, scripts, width: PHONE });
      expect(status).toBe(500);
      expect(await page.locator('h1').allInnerTexts()).toEqual(['This page could not be made']);
      expect(await page.locator('main').count()).toBe(1);
      expect(await page.title()).toBe('This page could not be made · Saxaul Courier');
      const main = page.getByRole('main');
      expect(await main.getByRole('link', { name: 'To the front page' }).isVisible()).toBe(true);
      expect(await page.getByRole('navigation', { name: 'Sections' }).isVisible()).toBe(true);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(PHONE);
    },
  );
});

describe('a fault', () => {
  it('shows a page that breaks no rule of WCAG 2.2 AA', async () => {
    const { page, status } = await visit('/', { address: site.address });
    await addAxe(page);
    expect(status).toBe(500);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      expect((await audit(page)).violations).toEqual([]);
    }
  });

  it('is kept by no cache, and gives nothing of the program away', async () => {
    const response = await fetch(site.address);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/listing|SQLITE|node_modules/);
  });

  it('is in the log with its cause', async () => {
    const before = site.log().length;
    await fetch(`${site.address}/sections/society`);
    await expect
      .poll(() => site.log().slice(before), { timeout: 10_000 })
      .toContain('no such table: listing');
  });

  it('leaves the other pages as they are', async () => {
    const { page, status } = await visit('/about', { address: site.address });
    expect(status).toBe(200);
    expect(await page.locator('h1').allInnerTexts()).toEqual([sample('pages/about.md').title]);
  });

  it('leaves an unknown address unknown', async () => {
    const response = await fetch(`${site.address}/no-such-page`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<h1');
  });
});

import { join } from 'node:path';
import Libsql from 'libsql';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOfContent, siteOf } from '@/tests/support/content';
import { addAxe, audit, auditColours } from './support/axe';
import { sample } from './support/sample';
import { browse, PHONE, READERS } from './support/visit';

const site = siteOf({ contentDir: copyOfContent() });
const go = browse();

beforeAll(() => {
  const archive = new Libsql(join(site().dataDir, 'archive.db'));
  archive.exec('DROP TABLE listing');
  archive.close();
});

describe.each(READERS)('a page that cannot be made $reader', ({ scripts }) => {
  const goOnPhone = browse({ scripts, width: PHONE });

  it.each(['/', '/people/aliya-haidar', '/sections/politics'])(
    'is answered with a finished page: %s',
    async (path) => {
      const { page, status } = await goOnPhone(site().address + path);
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
    const { page, status } = await go(`${site().address}/`);
    await addAxe(page);
    expect(status).toBe(500);
    expect((await audit(page)).violations).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await auditColours(page)).violations).toEqual([]);
  });

  it('is kept by no cache, and gives nothing of the program away', async () => {
    const response = await fetch(site().address);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/listing|SQLITE|node_modules/);
  });

  it('is in the log once, with its cause and its place in the sources', async () => {
    const before = site().log().length;
    await fetch(`${site().address}/sections/society`);
    const log = () => site().log().slice(before);
    await expect.poll(log, { timeout: 10_000 }).toContain('no such table: listing');
    expect(log().match(/no such table/g)).toHaveLength(1);
    expect(log()).toMatch(/^GET \/sections\/society: /);
    expect(log()).toMatch(/\/lib\/archive\/queries\/\w+\.ts:\d+:\d+/);
  });

  it('leaves the other pages as they are', async () => {
    const { page, status } = await go(`${site().address}/about`);
    expect(status).toBe(200);
    expect(await page.locator('h1').allInnerTexts()).toEqual([sample('pages/about.md').title]);
  });

  it('leaves an unknown address unknown', async () => {
    const response = await fetch(`${site().address}/no-such-page`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<h1');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExport, smallContent, startFileServer } from '@/tests/support/exports';
import { sample } from './support/sample';
import { browse, DESKTOP } from './support/visit';

const RATE = sample('articles/2026/02/how-an-official-rate-is-set.md').title;
const GLACIER = 'articles/2026/09/a-year-in-the-life-of-a-glacier.md';
const KEPT = ['2026/02', '2026/09'];

const parent = mkdtempSync(join(tmpdir(), 'saxaul-test-'));
const out = join(parent, 'out');
let site: Awaited<ReturnType<typeof startFileServer>>;

beforeAll(async () => {
  const contentDir = await smallContent();
  const articles = join(contentDir, 'articles');
  for (const year of readdirSync(articles)) {
    for (const month of readdirSync(join(articles, year))) {
      const isKept = KEPT.includes(`${year}/${month}`);
      if (!isKept) rmSync(join(articles, year, month), { recursive: true });
    }
  }
  const settings = { out, contentDir, dataDir: join(parent, 'data') };
  const first = await runExport(settings);
  expect([first.status, first.log]).toEqual([0, expect.stringContaining('Exported')]);
  // Edited since the index was made: it stands beside the index.
  const file = join(contentDir, GLACIER);
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\nA marmot named Bartholomew.\n`);
  const second = await runExport(settings);
  expect(second.log).toContain('1 article beside the search index');
  site = await startFileServer(out);
});

afterAll(async () => {
  await site?.stop();
  rmSync(parent, { recursive: true, force: true });
});

describe('searching a site that is files', () => {
  const go = browse({ width: DESKTOP });
  const without = browse({ scripts: false, width: DESKTOP });
  const search = (query: string) => go(`${site.address}/search?${query}`);

  it('begins in the header of any page, and finds articles as the server would show them', async () => {
    const { page, faults } = await go(`${site.address}/people`);
    await page.getByRole('searchbox', { name: 'Search for' }).fill('official rate');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=official+rate');
    const card = page.locator('main [data-card]').first();
    await card.waitFor();
    expect(await page.locator('h1').innerText()).toBe('Results for “official rate”');
    expect(await card.locator('h2').innerText()).toBe(RATE);
    expect(await card.locator('h2 a').getAttribute('href')).toBe(
      '/articles/how-an-official-rate-is-set',
    );
    expect((await card.locator('mark').allInnerTexts()).join(' ').toLowerCase()).toContain('rate');
    expect(await card.locator('[data-byline] a').first().getAttribute('href')).toMatch(
      /^\/people\//,
    );
    expect(await card.locator('time').getAttribute('datetime')).toMatch(/^2026-02-/);
    expect(await card.locator('.kicker a').getAttribute('href')).toMatch(/^\/sections\//);
    expect(faults).toEqual([]);
  });

  it('finds what an edit has brought since the index was made, and the article but once', async () => {
    const { page } = await search('q=Bartholomew');
    const card = page.locator('main [data-card]');
    await card.first().waitFor();
    expect(await card.count()).toBe(1);
    expect(await card.locator('mark').innerText()).toBe('Bartholomew');
    const { page: other } = await search('q=glacier');
    await other.locator('main [data-card]').first().waitFor();
    const found = await other.locator('main [data-card] h2 a').all();
    const addresses = await Promise.all(found.map((link) => link.getAttribute('href')));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is narrowed by its filters', async () => {
    const { page } = await search('q=rate&section=environment');
    await page.locator('main [role="status"]', { hasNotText: 'Searching' }).waitFor();
    const kickers = await page.locator('main [data-card] .kicker a').allInnerTexts();
    expect(kickers.every((name) => name.toLowerCase() === 'environment')).toBe(true);
    const { page: years } = await search('q=rate&to=2020');
    await years.getByText('Nothing was found').waitFor();
  });

  it('loads the index with the first search alone', async () => {
    const { requests } = await go(`${site.address}/search`);
    expect(requests.filter((address) => address.includes('/search/index/'))).toEqual([]);
  });

  it('says without scripts that it needs them, and leads elsewhere', async () => {
    const { page } = await without(`${site.address}/search?q=rate`);
    // Texts of these are not looked for by their words.
    const note = page.locator('noscript .search-instead');
    expect(await note.isVisible()).toBe(true);
    expect(await note.innerText()).toContain('needs JavaScript');
    expect(await page.locator('noscript a[href="/archive"]').isVisible()).toBe(true);
  });

  it('lets the converter count', async () => {
    const { page, faults } = await go(`${site.address}/rates`);
    const [from, to] = await page.locator('form[data-converter] select').all();
    await from?.selectOption('TMT');
    await to?.selectOption('USD');
    await page.locator('form[data-converter] input').fill('350');
    expect(await page.locator('form[data-converter] output').innerText()).toBe(
      '350.00 TMT = 100.00 USD',
    );
    expect(faults).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { SPECULATION_RULES } from '@/lib/site/speculation';
import { sample } from './support/sample';
import { browse, DESKTOP, PHONE, READERS } from './support/visit';

const RATE = sample('articles/2026/02/how-an-official-rate-is-set.md').title;
const GLACIER = sample('articles/2026/09/a-year-in-the-life-of-a-glacier.md').title;

const headlines = (page: Page) => page.locator('main [data-card] h2').allInnerTexts();
const marks = async (page: Page) =>
  new Set((await page.locator('main mark').allInnerTexts()).map((text) => text.toLowerCase()));
const choice = (page: Page, name: string) => page.getByRole('combobox', { name });
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

describe.each(READERS)('searching $reader', ({ scripts }) => {
  const go = browse({ scripts, width: DESKTOP });
  const goOnPhone = browse({ scripts, width: PHONE });

  it.each(['/', '/articles/how-an-official-rate-is-set', '/people/aliya-haidar'])(
    'begins in the header of %s',
    async (path) => {
      const { page, faults } = await go(path);
      await page.getByRole('searchbox', { name: 'Search for' }).fill('official rate');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=official+rate');
      expect(await page.locator('h1').innerText()).toBe('Results for “official rate”');
      expect((await headlines(page))[0]).toBe(RATE);
      expect(await marks(page)).toContain('rate');
      expect(faults.filter((fault) => !/: csp$/.test(fault))).toEqual([]);
    },
  );

  it('begins with a button on phones, which leads to the field', async () => {
    const { page } = await goOnPhone('/');
    const button = page.getByRole('button', { name: 'Search' });
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await button.click();
    await page.waitForURL('**/search?*');
    expect(await page.locator('h1').innerText()).toBe('Search');
    // One field, one button: those of the header give way to those of the page.
    const field = page.getByRole('searchbox');
    await field.fill('glacier');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search?q=glacier*');
    expect((await headlines(page))[0]).toBe(GLACIER);
  });

  it('keeps words and filters, and takes filters away one by one', async () => {
    const { page } = await go('/search?q=rate');
    await page.getByText('Narrow the search').click();
    await choice(page, 'Section').selectOption({ label: 'Business' });
    await choice(page, 'From year').selectOption('2026');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search?q=rate&section=business*');
    expect(await page.getByRole('searchbox').inputValue()).toBe('rate');
    expect(await page.locator('select[name="section"]').inputValue()).toBe('business');
    expect(await headlines(page)).toContain(RATE);
    const kickers = await page.locator('main [data-card] .kicker a').allInnerTexts();
    expect(new Set(kickers)).toEqual(new Set(['Business']));
    const narrowed = page.getByRole('list', { name: 'Narrowed to' });
    await narrowed.getByRole('link', { name: /^Business/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('section'));
    expect(query(page)).toEqual({ q: 'rate', from: '2026' });
  });

  it('goes from page to page and back', async () => {
    const { page } = await go('/search?q=one');
    const first = await headlines(page);
    expect(first).toHaveLength(10);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL('**/search?q=one&page=2');
    const second = await headlines(page);
    expect(second.length).toBeGreaterThan(0);
    expect(first.filter((headline) => second.includes(headline))).toEqual([]);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.waitForURL('**/search?q=one');
    expect(await headlines(page)).toEqual(first);
  });

  it('takes a misspelt word for what was meant, and says so', async () => {
    const { page } = await go('/search?q=glaceir');
    expect((await headlines(page))[0]).toBe(GLACIER);
    const line = page.getByText('Nothing was found for “glaceir”.');
    await line.getByRole('link', { name: 'glacier' }).click();
    await page.waitForURL('**/search?q=glacier');
    expect((await headlines(page))[0]).toBe(GLACIER);
  });

  it('finds people by name', async () => {
    const { page } = await go('/search?q=aliya+haidar');
    const names = page.getByRole('list', { name: 'Found by name' });
    await names.getByRole('link', { name: 'Aliya Haidar' }).click();
    await page.waitForURL('**/people/aliya-haidar');
  });

  it('says what to try where there is nothing', async () => {
    const { page, status } = await go('/search?q=xqzvwkj&from=2026');
    expect(status).toBe(200);
    expect(await page.locator('main h2').allInnerTexts()).toEqual(['Nothing was found']);
    await page.getByRole('link', { name: 'Search without filters' }).click();
    await page.waitForURL('**/search?q=xqzvwkj');
  });

  it('can be done by keyboard alone', async () => {
    const { page } = await go('/search');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('glacier');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // The filters unfold; the next stop is the first of them.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Env');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=glacier&section=environment*');
    expect(await headlines(page)).toContain(GLACIER);
  });
});

describe('whatever is searched for', () => {
  const go = browse({ scripts: false });

  it.each([
    '"',
    '"" "" (((',
    'rate AND',
    'NEAR(a b)',
    'title:rate*',
    '-',
    '-rate',
    '^rate + -- OR',
    "'; DROP TABLE article; --",
    '<script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '\0\u0001\u001f\u007f',
    '%00',
    '\u202e\u200b',
    '𐰀𐰀',
    '*',
    '%',
    'ж'.repeat(10_000),
    'rate '.repeat(2_000),
  ])('the answer is a page: %j', async (text) => {
    const { page, status, faults } = await go(`/search?${new URLSearchParams({ q: text })}`);
    expect(status).toBe(200);
    expect(await page.locator('h1').innerText()).toMatch(/^(Search$|Results for “)/);
    const foreign = 'main script:not([type="application/ld+json"]), main img[src="x"]';
    expect(await page.locator(foreign).count()).toBe(0);
    expect(faults.filter((fault) => !/: csp$/.test(fault))).toEqual([]);
  });

  it('the first two hundred characters of it are looked for', async () => {
    const { page } = await go(`/search?q=${'ж'.repeat(300)}`);
    expect(await page.getByRole('searchbox').inputValue()).toBe('ж'.repeat(200));
  });

  it.each(['%', '%E0%A4%A', '%00', '%FF%FE', '', '&q=2'])(
    'a broken query is a search too: ?q=%s',
    async (text) => {
      const response = await fetch(`${inject('address')}/search?q=${text}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
    },
  );

  it.each(['section=nothing', 'country=atlantis', 'author=nobody', 'from=1066'])(
    'filters that nothing has are none: %s',
    async (filter) => {
      const { page, status } = await go(`/search?q=glacier&${filter}`);
      expect(status).toBe(200);
      expect((await headlines(page))[0]).toBe(GLACIER);
    },
  );

  it.each(['99', '0', 'x'])('there is no page %s', async (number) => {
    expect((await go(`/search?q=glacier&page=${number}`)).status).toBe(404);
  });
});

describe('browsers', () => {
  const go = browse({ scripts: true });

  it('fetch no searches ahead, but other pages', async () => {
    const { page } = await go('/search');
    const patterns = SPECULATION_RULES.prefetch.flatMap(({ where }) =>
      where.and.flatMap((rule) =>
        'not' in rule && 'href_matches' in rule.not ? [rule.not.href_matches] : [],
      ),
    );
    const isKeptBack = (path: string) =>
      page.evaluate(
        ([address, excluded]) =>
          excluded.some((pattern) => {
            const { URLPattern: Pattern } = globalThis as unknown as {
              URLPattern: new (pattern: string, base: string) => { test(url: string): boolean };
            };
            return new Pattern(pattern, location.href).test(new URL(address, location.href).href);
          }),
        [path, patterns] as const,
      );
    expect(await isKeptBack('/search?q=water')).toBe(true);
    expect(await isKeptBack('/search?q=water&page=2')).toBe(true);
    expect(await isKeptBack('/articles/what-a-remittance-costs')).toBe(false);
    expect(await isKeptBack('/searching')).toBe(false);
  });
});

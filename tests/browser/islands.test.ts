import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, visitOnce } from './support/visit';

const ARTICLE = '/articles/how-an-official-rate-is-set';
const PAPER = 'rgb(250, 247, 240)';
const NIGHT = 'rgb(15, 24, 38)';

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check();

describe('the choice of colours', () => {
  it('is remembered by every page of the site', async () => {
    const { page } = await visit('/');
    expect(await ground(page)).toBe(PAPER);
    await choose(page, 'Dark');
    expect(await ground(page)).toBe(NIGHT);
    await page.goto('/people');
    expect(await ground(page)).toBe(NIGHT);
    await expect.poll(() => page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    await choose(page, 'System');
    await page.reload();
    expect(await ground(page)).toBe(PAPER);
  });

  it('is there before the first paint', async () => {
    const { page } = await visit('/');
    await choose(page, 'Dark');
    // The body is looked at while it is parsed, before any island in a file has come.
    await page.route('**/islands/**', (route) => route.abort());
    await page.goto('/');
    expect(await ground(page)).toBe(NIGHT);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.unroute('**/islands/**');
  });

  it('colours the bar of the browser too', async () => {
    const { page } = await visit('/');
    await choose(page, 'Dark');
    const bars = page.locator('meta[name="theme-color"]');
    const media = () => bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('media')));
    await expect.poll(media).toEqual(['not all', 'all']);
    await choose(page, 'System');
    await expect
      .poll(media)
      .toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });

  it('follows another tab', async () => {
    const { page } = await visit('/');
    const other = await page.context().newPage();
    await other.goto('/about');
    await choose(other, 'Dark');
    await expect.poll(() => ground(page)).toBe(NIGHT);
    await choose(other, 'System');
    await other.close();
  });

  it('works where the browser keeps nothing for sites', async () => {
    const { page, faults } = await visitForbidden('/');
    await choose(page, 'Dark');
    expect(await ground(page)).toBe(NIGHT);
    expect(faults).toEqual([]);
  });

  it('works without scripts, for the page that is open', async () => {
    const { page } = await visitPlain('/');
    await choose(page, 'Dark');
    expect(await ground(page)).toBe(NIGHT);
    await choose(page, 'Light');
    expect(await ground(page)).toBe(PAPER);
  });

  it('does not reach paper', async () => {
    const { page } = await visit('/');
    await choose(page, 'Dark');
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
    await choose(page, 'System');
  });

  const visit = browse();
  const visitPlain = browse({ scripts: false });
  const visitForbidden = browse({
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }),
  });
});

describe('sharing', () => {
  it('has a button where the device has a way of its own', async () => {
    const { page } = await visitWithShare(ARTICLE);
    await page.getByRole('button', { name: 'More …' }).click();
    const shared = await page.evaluate(() => Reflect.get(window, 'shared'));
    expect(shared).toEqual([
      {
        title: await page.getByRole('heading', { level: 1 }).innerText(),
        url: `https://courier.example${ARTICLE}`,
      },
    ]);
  });

  it('takes a change of mind for none of its business', async () => {
    const { page, faults } = await visitWithShare(ARTICLE);
    await page.evaluate(() => {
      navigator.share = () => Promise.reject(new DOMException('Cancelled', 'AbortError'));
    });
    await page.getByRole('button', { name: 'More …' }).click();
    expect(faults).toEqual([]);
  });

  it('has none elsewhere', async () => {
    const { page } = plain();
    expect(await page.getByRole('button', { name: 'More …' }).isVisible()).toBe(false);
  });

  const visitWithShare = browse({
    prepare: (page) =>
      page.addInitScript(() => {
        const shared: unknown[] = [];
        Object.assign(window, { shared });
        navigator.share = async (data) => {
          shared.push(data);
        };
      }),
  });
  const plain = visitOnce(ARTICLE, { scripts: false });
});

describe('relative times', () => {
  const labels = (page: Page) => page.locator('time[data-relative]').allInnerTexts();

  it('are those of the server, and go on', async () => {
    const { page: still } = await visitPlain('/');
    const { page } = await visit('/');
    await page.clock.install();
    await page.goto('/');
    expect(await labels(page)).toEqual(await labels(still));
    await page.clock.fastForward('48:00:00');
    const later = await labels(page);
    expect(later).not.toEqual(await labels(still));
    expect(later.length).toBeGreaterThan(5);
  });

  const visit = browse();
  const visitPlain = browse({ scripts: false });
});

describe('the page behind a link', () => {
  /** Addresses that the browser fetches ahead of need, from now on (DevTools Protocol, Preload). */
  async function fetchedAhead(page: Page): Promise<string[]> {
    const fetched: string[] = [];
    const session = await page.context().newCDPSession(page);
    session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
      if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname);
    });
    await session.send('Preload.enable');
    return fetched;
  }

  it('is fetched when a reader points at it, not before, and not for who saves data', async () => {
    const { page } = await visit('/');
    const fetched = await fetchedAhead(page);
    const headline = page.locator('.card-lead .headline a');
    const path = await headline.getAttribute('href');
    await page.reload({ waitUntil: 'networkidle' });
    expect(fetched).toEqual([]);
    await headline.hover();
    await expect.poll(() => fetched, { timeout: 10_000 }).toEqual([path]);
    await page.evaluate(() => {
      document.documentElement.dataset.saving = '';
    });
    await page.getByRole('link', { name: 'Our People' }).first().hover();
    await page.waitForTimeout(1_000);
    expect(fetched).toEqual([path]);
  });

  const visit = browse();
});

describe('readers who save data', () => {
  it.each([
    ['as their browser says', { saveData: true }],
    ['as their line says', { saveData: false, effectiveType: '2g' }],
  ])('are known %s', async (_, connection) => {
    const { page } = await visit('/');
    await page.addInitScript((given) => {
      Object.defineProperty(navigator, 'connection', { value: given, configurable: true });
    }, connection);
    await page.goto('/');
    expect(await page.evaluate(() => 'saving' in document.documentElement.dataset)).toBe(true);
  });

  it('are not taken for others', async () => {
    const { page } = await visitUsual('/');
    expect(await page.evaluate(() => 'saving' in document.documentElement.dataset)).toBe(false);
  });

  const visit = browse();
  const visitUsual = browse();
});

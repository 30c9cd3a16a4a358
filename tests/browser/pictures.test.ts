import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, DESKTOP, PHONE } from './support/visit';

const TABLET = 768;

const SCREENS = [
  [PHONE, 1],
  [PHONE, 2],
  [PHONE, 3],
  [TABLET, 1],
  [TABLET, 2],
  [DESKTOP, 1],
  [DESKTOP, 2],
] as const;

const ARTICLE = '/articles/how-to-read-a-river-flow-table';

/** Pages with pictures in every place that the layout has for them. */
const PICTURED = ['/', ARTICLE, '/people/aliya-haidar', '/sections/society', '/people'];

interface Loaded {
  readonly address: string;
  /** Pixels of the file that the browser chose. */
  readonly width: number;
  /** Pixels of the smallest file that it could choose. */
  readonly least: number;
  /** Width of the place, in CSS pixels. */
  readonly column: number;
}

/** Brings every picture of a page near enough to be loaded, and waits for it. */
async function loadAll(page: Page): Promise<Loaded[]> {
  const pictures = await page.locator('img:visible').all();
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((node: HTMLImageElement) => node.complete), { timeout: 20_000 })
      .toBe(true);
  }
  return page.locator('img:visible').evaluateAll((nodes) =>
    nodes.map((node) => {
      const image = node as HTMLImageElement;
      const least = /(\d+)w/.exec(image.srcset)?.[1];
      return {
        address: image.currentSrc,
        width: Number(/-(\d+)\.\w+$/.exec(image.currentSrc)?.[1]),
        least: Number(least),
        column: image.getBoundingClientRect().width,
      };
    }),
  );
}

describe.each(SCREENS)('at %i px with density %i', (width, density) => {
  const go = browse({ width, density });

  it.each(PICTURED)('no picture on %s is larger than its place', async (path) => {
    const { page } = await go(path);
    const types: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/media/')) types.push(response.headers()['content-type'] ?? '');
    });
    const loaded = await loadAll(page);
    expect(loaded.length).toBeGreaterThan(0);
    expect(new Set([...types, 'image/avif'])).toEqual(new Set(['image/avif']));
    for (const { address, width: pixels, least, column } of loaded) {
      expect(address).toMatch(/\.avif$/);
      const most = Math.max(Math.ceil(column * density), least);
      expect(pixels, `${address} in ${column} px`).toBeLessThanOrEqual(most);
      // Nor does anybody look at a blur, but for pictures whose own file is no larger.
      if (pixels < 1600) {
        expect(pixels / (column * density), `${address} in ${column} px`).toBeGreaterThan(0.75);
      }
    }
  });
});

const attributes = (page: Page) =>
  page.locator('img').evaluateAll((nodes) =>
    nodes.map((node) => ({
      lazy: node.getAttribute('loading') === 'lazy',
      first: node.getAttribute('fetchpriority') === 'high',
      top: node.getBoundingClientRect().top + scrollY,
      isShown: node.getClientRects().length > 0,
    })),
  );

describe.each([PHONE, DESKTOP])('at %i px', (width) => {
  const go = browse({ width });

  it.each(PICTURED)('at most one picture on %s is fetched before others', async (path) => {
    const { page } = await go(path);
    const images = await attributes(page);
    expect(images.filter(({ first }) => first).length).toBe(['/', ARTICLE].includes(path) ? 1 : 0);
    for (const { lazy, first, top, isShown } of images) {
      expect(lazy && first).toBe(false);
      if (isShown && top >= 800) expect(lazy, `at ${top}`).toBe(true);
    }
  });
});

/** Places of all blocks of text, in the order of the document. */
const layout = (page: Page) =>
  page
    .locator('main :is(h1, h2, h3, p, li, dt, dd, figcaption, blockquote, td, time)')
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => node.getClientRects().length > 0)
        .map((node) => {
          const { left, top, width, height } = node.getBoundingClientRect();
          return [node.tagName, left, top + scrollY, width, height].join(' ');
        }),
    );

const withoutPictures = (page: Page) => page.route('**/media/**', (route) => route.abort());

describe.each([PHONE, TABLET, DESKTOP])('at %i px', (width) => {
  const go = browse({ width });
  const goWithout = browse({ width, prepare: withoutPictures });

  it.each(PICTURED)('%s has its whole layout before a picture arrives', async (path) => {
    const bare = await goWithout(path);
    await bare.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const before = await layout(bare.page);
    const { page } = await go(path);
    await loadAll(page);
    expect(before.length).toBeGreaterThan(5);
    expect(await layout(page)).toEqual(before);
  });
});

describe('a card', () => {
  const go = browse();

  it.each([
    ['0-0', '0% 0%'],
    ['25-50', '25% 50%'],
    ['75-25', '75% 25%'],
    ['50-75', '50% 75%'],
    ['100-100', '100% 100%'],
  ])('with its point of interest at %s is cropped about it', async (focus, position) => {
    const { page } = await go('/');
    const picture = page.locator('.card-picture img').first();
    const cropped = await picture.evaluate((node: HTMLImageElement, step) => {
      node.dataset.focus = step;
      return getComputedStyle(node).objectPosition;
    }, focus);
    expect(cropped).toBe(position);
  });
});

describe('the address of a variant', () => {
  const go = browse();

  it('may be kept for ever, and shown by readers of feeds', async () => {
    const { page } = await go('/people');
    const address = await page.locator('img').first().getAttribute('src');
    const response = await page.request.get(address ?? '');
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    for (const other of [/-\d+\./, /\.\w{10}-/, /\/media\//]) {
      const wrong = (address ?? '').replace(other, (part) => part.replace(/\w/, '7'));
      expect((await page.request.get(wrong)).status(), wrong).toBe(404);
    }
  });
});

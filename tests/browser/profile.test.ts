import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { READERS, visitOnce } from './support/visit';

const PAIRS = ['KGS/USD', 'KZT/USD', 'TJS/USD', 'UZS/USD', 'TMT/USD'];

/** Aliya Haidar's articles, newest first. */
const ARTICLES = [
  { slug: 'almaty-airport-hostage-trial', day: '2025-04-29' },
  { slug: 'first-eu-central-asia-summit', day: '2025-04-04' },
  { slug: 'csto-future-in-doubt', day: '2025-04-03' },
  { slug: 'tougher-law-on-crimes-against-children', day: '2025-04-02' },
  { slug: 'central-asia-crypto-gamble', day: '2025-04-01' },
];

/** The parts of the page that this project started from, from top to bottom. */
function anatomy(page: Page) {
  const main = page.getByRole('main');
  return [
    page.locator('[data-ticker]'),
    page.locator('nav[aria-label="Breadcrumb"]'),
    page.getByRole('img', { name: "Aliya Haidar's Avatar" }),
    page.getByRole('heading', { level: 1, name: 'Aliya Haidar', exact: true }),
    main.getByText('Journalist', { exact: true }),
    main.getByText(/\b1998\b/),
    page.getByRole('heading', { level: 2, name: 'Articles', exact: true }),
    page.locator('[data-card]').first(),
  ];
}

describe.each(READERS)('the profile page $reader', ({ scripts }) => {
  const visit = visitOnce('/people/aliya-haidar', { scripts });
  const cards = () => visit().page.locator('[data-card]');

  it('shows every part of the seed page, in its order', async () => {
    const tops: number[] = [];
    for (const part of anatomy(visit().page)) {
      expect(await part.isVisible(), part.toString()).toBe(true);
      tops.push(await part.evaluate((node) => [...document.querySelectorAll('*')].indexOf(node)));
    }
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('lists the five pairs once each, in the order of the seed', async () => {
    const pairs = await visit()
      .page.locator('[data-ticker] [data-pair]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-pair')));
    expect(pairs).toEqual(PAIRS);
  });

  it('shows four significant digits for every pair and never a negative zero', async () => {
    const texts = await visit().page.locator('[data-ticker] [data-pair]').allInnerTexts();
    for (const text of texts) {
      const digits = /\b0\.0*([1-9]\d*)\b/.exec(text)?.[1];
      expect(digits, text).toHaveLength(4);
      expect(text).not.toMatch(/[-−]0(?:\.0*)?\s*%/);
    }
  });

  it('says how old the rates are, and whose they are', async () => {
    const ticker = visit().page.locator('[data-ticker]');
    expect(await ticker.locator('time[datetime]').count()).toBeGreaterThan(0);
    expect(await ticker.getByRole('link').count()).toBeGreaterThan(0);
  });

  it('has the breadcrumb "Our People > Aliya Haidar"', async () => {
    const crumbs = visit().page.locator('nav[aria-label="Breadcrumb"] li');
    expect(await crumbs.allInnerTexts()).toEqual(['Our People', 'Aliya Haidar']);
    expect(await crumbs.first().getByRole('link').getAttribute('href')).toBe('/people');
    expect(await crumbs.last().locator('[aria-current="page"]').count()).toBe(1);
  });

  it('shows a picture that has arrived', async () => {
    const avatar = visit().page.getByRole('img', { name: "Aliya Haidar's Avatar" });
    const width = await avatar.evaluate((image) =>
      image instanceof HTMLImageElement ? image.naturalWidth : 0,
    );
    expect(width).toBeGreaterThan(0);
  });

  it('lists the five articles, newest first', async () => {
    const links = cards().getByRole('heading', { level: 3 }).getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(paths).toEqual(ARTICLES.map(({ slug }) => `/articles/${slug}`));
  });

  it('dates each article by a relative label and its day', async () => {
    for (const [index, { day }] of ARTICLES.entries()) {
      const [relative, absolute] = await cards().nth(index).locator('time').all();
      expect(await relative?.getAttribute('datetime')).toContain(`${day}T`);
      expect(await relative?.allInnerTexts()).toEqual([expect.stringMatching(/^\S.* ago$/)]);
      expect(await absolute?.getAttribute('datetime')).toBe(day);
      expect(await absolute?.allInnerTexts()).toEqual([expect.stringMatching(/ 2025$/)]);
    }
  });

  it('opens each article with a long excerpt that ends in an ellipsis', async () => {
    const texts = await cards().allInnerTexts();
    expect(texts).toHaveLength(5);
    for (const text of texts) {
      const excerpt = text.split('\n').find((line) => line.trim().endsWith('…'));
      expect(excerpt, text).toBeDefined();
      const words = (excerpt ?? '').split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(100);
      expect(words).toBeLessThanOrEqual(140);
    }
  });
});

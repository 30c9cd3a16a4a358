import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { plainPunctuation, sample } from './support/sample';
import { READERS, visitOnce } from './support/visit';

const RATE = '/articles/how-an-official-rate-is-set';
const RATE_IN_RUSSIAN = '/articles/kak-ustanavlivayut-ofitsialnyy-kurs';

const newestFirst = sample('articles/2026/10/how-we-handle-corrections.md').corrections.toSorted(
  (a, b) => b.date.localeCompare(a.date),
);

const addresses = (links: Locator) =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));

describe.each(READERS)('what an article leads to $reader', ({ scripts }) => {
  const rate = visitOnce(RATE, { scripts });
  const russian = visitOnce(RATE_IN_RUSSIAN, { scripts });
  const corrected = visitOnce('/articles/how-we-handle-corrections', { scripts });

  it('links the other parts of its series, and marks its own', async () => {
    const series = rate().page.getByRole('navigation', { name: 'Series: Money in plain words' });
    expect(await addresses(series.getByRole('link'))).toEqual([
      '/articles/reading-a-currency-rate',
      '/articles/what-a-remittance-costs',
    ]);
    const own = series.locator('[aria-current="page"]');
    expect(await own.allInnerTexts()).toEqual([
      sample('articles/2026/02/how-an-official-rate-is-set.md').title,
    ]);
  });

  it.each([
    { language: 'English', open: rate, lang: 'ru', name: 'Русский', path: RATE_IN_RUSSIAN },
    { language: 'Russian', open: russian, lang: 'en', name: 'English', path: RATE },
  ])('links its translation from $language', async ({ open, lang, name, path }) => {
    const { page } = open();
    const link = page.getByRole('main').locator(`a[hreflang="${lang}"]`);
    expect(await addresses(link)).toEqual([path]);
    expect(await link.getAttribute('lang')).toBe(lang);
    expect(await link.allInnerTexts()).toEqual([name]);
    const alternate = page.locator(`head link[rel="alternate"][hreflang="${lang}"]`);
    expect(await addresses(alternate)).toEqual([inject('publicAddress') + path]);
  });

  it('marks the language of a translation', async () => {
    const { page } = russian();
    const lang = await page
      .locator('h1')
      .evaluate((node) => node.closest('[lang]')?.getAttribute('lang'));
    expect(lang).toBe('ru');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('shows its corrections, newest first, with the policy', async () => {
    const box = corrected().page.getByRole('region', { name: 'Corrections and clarifications' });
    const entries = box.locator('p', { has: corrected().page.locator('time') });
    const dates = await entries
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(dates).toEqual(newestFirst.map(({ date }) => date));
    const texts = (await entries.allInnerTexts()).map(plainPunctuation);
    expect(texts).toHaveLength(2);
    for (const [index, { kind, text }] of newestFirst.entries()) {
      expect(texts[index]?.toLowerCase().startsWith(kind)).toBe(true);
      expect(texts[index]).toContain(text);
    }
    expect(await addresses(box.getByRole('link'))).toEqual(['/corrections-policy']);
  });

  it('says when it was updated', async () => {
    const updated = corrected().page.getByText(/^Updated 5 October 2026/);
    expect(await updated.locator('time').getAttribute('datetime')).toBe(
      '2026-10-05T11:10:00+05:00',
    );
  });

  it('links its countries and topics', async () => {
    const article = rate().page.locator('article', { has: rate().page.locator('h1') });
    const links = await addresses(article.getByRole('link'));
    expect(links).toEqual(
      expect.arrayContaining(['/countries/tajikistan', '/topics/central-banks', '/topics/money']),
    );
  });

  it('ends with its authors', async () => {
    const box = rate().page.getByRole('region', { name: 'About the authors' });
    expect(await addresses(box.getByRole('link'))).toEqual([
      '/people/daniyar-seitkali',
      '/people/farrukh-nazarov',
    ]);
  });

  it('links related articles, neither itself nor its translation among them', async () => {
    const related = rate().page.getByRole('region', { name: 'Related' });
    const paths = await addresses(related.locator('[data-card] h3 a'));
    expect(paths).toHaveLength(4);
    expect(new Set(paths).size).toBe(4);
    expect(paths).not.toContain(RATE);
    expect(paths).not.toContain(RATE_IN_RUSSIAN);
    expect(paths).toContain('/articles/reading-a-currency-rate');
  });

  it('has plain links that share its public address', async () => {
    const share = rate().page.getByRole('list', { name: 'Share this article' });
    const links = await addresses(share.getByRole('link'));
    const hosts = links.map((link) => new URL(link ?? '').host || new URL(link ?? '').protocol);
    expect(hosts).toEqual(['t.me', 'wa.me', 'x.com', 'www.facebook.com', 'mailto:']);
    const shared = encodeURIComponent(inject('publicAddress') + RATE);
    for (const link of links) expect(link).toContain(shared);
  });
});

describe('an article of an earlier year', () => {
  const visit = visitOnce('/articles/almaty-airport-hostage-trial');

  it('says that it is old', async () => {
    expect(
      await visit()
        .page.getByText(/^This article is more than (?:a year|\d+ years) old/)
        .count(),
    ).toBe(1);
  });
});

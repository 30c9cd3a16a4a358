import { describe, expect, it } from 'vitest';
import { plainPunctuation, sample } from './support/sample';
import { READERS, visitOnce } from './support/visit';

const { title, image, headings, factBoxes } = sample(
  'articles/2026/02/how-an-official-rate-is-set.md',
);

describe.each(READERS)('an article $reader', ({ scripts }) => {
  const visit = visitOnce('/articles/how-an-official-rate-is-set', { scripts });

  it('has one main heading, its headline', async () => {
    expect(await visit().page.locator('h1').allInnerTexts()).toEqual([title]);
  });

  it('has a breadcrumb through its section', async () => {
    const crumbs = visit().page.locator('nav[aria-label="Breadcrumb"] li');
    expect(await crumbs.allInnerTexts()).toEqual(['Front page', 'Business', title]);
    const links = await crumbs
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/', '/sections/business']);
  });

  it('names its authors with links to their profiles', async () => {
    const byline = visit().page.locator('article > * [data-byline]').first();
    expect(await byline.allInnerTexts()).toEqual(['By Daniyar Seitkali and Farrukh Nazarov']);
    const links = await byline
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/people/daniyar-seitkali', '/people/farrukh-nazarov']);
  });

  it('says when it was published, with the zone, and how long it takes to read', async () => {
    const article = visit().page.locator('article', { has: visit().page.locator('h1') });
    const time = article.locator('time').first();
    expect(await time.getAttribute('datetime')).toBe('2026-02-16T10:00:00+05:00');
    expect(await time.allInnerTexts()).toEqual(['16 February 2026, 10:00 GMT+5']);
    expect(await article.getByText(/^\d+ min read$/).count()).toBe(1);
  });

  it('leads with its picture, caption and credit', async () => {
    const { page } = visit();
    const figure = page.locator('figure', { has: page.getByAltText(image?.alt ?? '') });
    const [caption = ''] = await figure.locator('figcaption').allInnerTexts();
    expect(image?.caption).not.toBe('');
    expect(caption).toContain(image?.caption);
    expect(caption).toContain(image?.credit);
  });

  it('renders its Markdown: headings from level 2, a table and a fact box', async () => {
    const body = visit().page.locator('[data-article-body]');
    expect(await body.count()).toBe(1);
    const shown = (await body.locator('h2').allInnerTexts()).map(plainPunctuation);
    expect(headings.length).toBeGreaterThan(2);
    expect(shown).toEqual(expect.arrayContaining([...headings]));
    expect(await body.locator('h1').count()).toBe(0);
    expect(await body.getByRole('columnheader').allInnerTexts()).toContain('Issuer');
    expect(factBoxes).toHaveLength(1);
    for (const box of factBoxes) expect(await body.getByText(box).isVisible()).toBe(true);
    expect((await body.allInnerTexts()).join()).not.toContain(':::');
  });

  it.each([1, 2])('leads to footnote %i and back', async (number) => {
    const { page } = visit();
    const body = page.locator('[data-article-body]');
    const target = () => page.locator(':target');
    const reference = body.locator('sup a[href^="#"]').nth(number - 1);
    await reference.click();
    expect(await target().count()).toBe(1);
    expect(await target().evaluate((note) => note.tagName)).toBe('LI');
    await target().locator('a[href^="#"]').last().click();
    expect(await reference.evaluate((link) => link.closest(':target') !== null)).toBe(true);
  });
});

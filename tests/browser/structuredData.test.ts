import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { PAGES } from './support/pages';
import { browse } from './support/visit';

const go = browse();

/** What search engines take no smaller pictures than. */
const FEWEST_PIXELS = 50_000;

const articleData = z.object({
  headline: z.string(),
  description: z.string(),
  datePublished: z.string(),
  dateModified: z.string(),
  author: z.array(z.object({ name: z.string() })),
  wordCount: z.number(),
});

interface Thing {
  readonly '@id'?: string;
  readonly '@type'?: string;
}

/** All addresses of this site in a description, all things that are described, and all that are only named. */
function walk(
  value: unknown,
  found = { addresses: new Set<string>(), things: [] as Thing[], named: new Set<string>() },
) {
  if (typeof value === 'string' && value.startsWith(inject('publicAddress')))
    found.addresses.add(value);
  if (Array.isArray(value)) for (const item of value) walk(item, found);
  else if (typeof value === 'object' && value !== null) {
    const thing: Thing = value;
    if (thing['@type'] !== undefined || thing['@id'] === undefined) found.things.push(thing);
    else found.named.add(thing['@id']);
    for (const [name, inner] of Object.entries(value)) if (name !== '@id') walk(inner, found);
  }
  return found;
}

const idsOf = (things: readonly Thing[]) =>
  things.flatMap((thing) => (thing['@type'] && thing['@id'] ? [thing['@id']] : []));

/** Ids of what the page at an address of the site describes. */
async function describedAt(url: string): Promise<readonly string[]> {
  const html = await (await fetch(url.replace(inject('publicAddress'), inject('address')))).text();
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  return idsOf(walk(JSON.parse(block)).things);
}

async function descriptionOf(path: string): Promise<unknown> {
  const { page, faults } = await go(path);
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([]);
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0] ?? '');
}

const listed = PAGES.filter(({ isListed }) => isListed);

describe.each(listed)('the description of the $kind', ({ path }) => {
  it('is one graph whose addresses exist, with pictures as large as it says', async () => {
    const { addresses, things, named } = walk(await descriptionOf(path));
    const own = inject('publicAddress');
    for (const url of addresses) {
      const response = await fetch(url.replace(own, inject('address')));
      expect([url, response.status]).toEqual([url, 200]);
      const [, width, height] = /-(\d+)x(\d+)\.webp$/.exec(url) ?? [];
      if (width === undefined) continue;
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(Number(width) * Number(height)).toBeGreaterThanOrEqual(FEWEST_PIXELS);
      const picture = await sharp(await response.arrayBuffer()).metadata();
      expect([picture.width, picture.height]).toEqual([Number(width), Number(height)]);
    }
    const ids = idsOf(things);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith(`${own}/`))).toBe(true);
    for (const id of named) {
      if (!ids.includes(id)) expect(await describedAt(id)).toContain(id);
    }
  });
});

const articles = listed.filter(({ path }) => path.startsWith('/articles/'));

describe.each(articles)('the description of the $kind', ({ path }) => {
  it('says what readers see', async () => {
    const description = z.object({ '@graph': z.tuple([articleData], z.unknown()) });
    const graph = description.parse(await descriptionOf(path));
    const [article] = graph['@graph'];
    const { page } = await go(path);
    expect(await page.locator('h1').textContent()).toBe(article.headline);
    expect(await page.locator('.standfirst').textContent()).toBe(article.description);
    expect(await page.locator('[data-byline] a').allTextContents()).toEqual(
      article.author.map(({ name }) => name),
    );
    const dates = await page
      .locator('.article-dates time, .corrections-box time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates[0]).toBe(article.datePublished);
    // A day without an hour is said of its beginning.
    const newest = dates.map((date) => (date.length > 10 ? date : `${date}T00:00:00+05:00`)).sort();
    expect(newest.at(-1)).toBe(article.dateModified);
    const body = await page.locator('[data-article-body]').innerText();
    const words = body.match(/[^\s–—-]\S*/g)?.length ?? 0;
    // Marks of notes, and links back from them, are no words.
    expect(Math.abs(article.wordCount - words) / words).toBeLessThan(0.05);
  });
});

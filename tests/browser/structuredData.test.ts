import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { PAGES } from './support/pages';
import { browse } from './support/visit';

const go = browse();

interface Thing {
  readonly '@id'?: string;
  readonly '@type'?: string;
}

/** All addresses of this site in a description, and all things that are described. */
function walk(value: unknown, found = { addresses: new Set<string>(), things: [] as Thing[] }) {
  if (typeof value === 'string' && value.startsWith(inject('publicAddress')))
    found.addresses.add(value);
  if (Array.isArray(value)) for (const item of value) walk(item, found);
  else if (typeof value === 'object' && value !== null) {
    found.things.push(value);
    for (const [name, inner] of Object.entries(value)) if (name !== '@id') walk(inner, found);
  }
  return found;
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
    const { addresses, things } = walk(await descriptionOf(path));
    const own = inject('publicAddress');
    for (const url of addresses) {
      const response = await fetch(url.replace(own, inject('address')));
      expect([url, response.status]).toEqual([url, 200]);
      const [, width, height] = /-(\d+)x(\d+)\.webp$/.exec(url) ?? [];
      if (width === undefined) continue;
      const picture = await sharp(await response.arrayBuffer()).metadata();
      expect([picture.width, picture.height]).toEqual([Number(width), Number(height)]);
    }
    const ids = things.flatMap((thing) => (thing['@type'] && thing['@id'] ? [thing['@id']] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith(`${own}/`))).toBe(true);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';

const ABOUT = 'pages/about.md';
const DAM = 'articles/2026/02/dam-opens.md';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

async function linkTo(address: string): Promise<string[]> {
  publication.edit(ABOUT, '(/standards)', `(${address})`);
  await publication.sync();
  return publication.problems();
}

describe('a link to what programs read', () => {
  it.each([
    '/articles/dam-opens.md',
    '/articles/dam-opens.json',
    '/articles/dam-opens/history',
    '/feed.xml',
    '/atom.xml',
    '/people/timur-rashidov/feed.xml',
    '/topics/farming/feed.json',
    '/rates/kzt.csv',
    '/search?q=dam',
    '/sitemap.xml',
  ])('is no broken one: %s', async (address) => {
    expect(await linkTo(address)).toEqual([]);
  });

  it.each([
    '/articles/dam.md',
    '/people/nobody/feed.xml',
    '/topics/nothing/feed.json',
    '/sections/water/atom.xml',
    '/articles/dam-opens.html',
  ])('is broken where there is no such thing: %s', async (address) => {
    expect(await linkTo(address)).toEqual([`${ABOUT}:6:41 warning broken-link`]);
  });

  it.each(['/articles/dam-opens.md', '/articles/dam-opens/history', '/topics/farming/feed.xml'])(
    '%s breaks with what it is of, and is mended with it',
    async (address) => {
      await linkTo(address);
      const text = publication.text(DAM);
      publication.remove(DAM);
      await publication.sync();
      expect(publication.problems()).toContain(`${ABOUT}:6:41 warning broken-link`);
      publication.write(DAM, text);
      await publication.sync();
      expect(publication.problems()).toEqual([]);
    },
  );
});

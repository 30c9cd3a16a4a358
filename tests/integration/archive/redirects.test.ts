import { beforeEach, describe, expect, it } from 'vitest';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { oldAddress, oldForm } from '@/lib/archive/queries/redirects';
import type { SitePath } from '@/lib/site/routes';
import { brief, TestPublication } from '../../fixtures/publication';

const DAM = 'articles/2026/02/dam-opens.md';

let publication: TestPublication;

beforeEach(() => {
  publication = TestPublication.sound();
});

/** Adds entries, written as `from to`, to redirects.yml; a target of `gone` is none. */
async function add(...entries: string[]): Promise<void> {
  const lines = entries.map((entry) => {
    const [from, to] = entry.split(' ');
    return `- {from: "${from}", ${to === 'gone' ? 'gone: true' : `to: "${to}"`}}\n`;
  });
  publication.write('redirects.yml', lines.join(''));
  await publication.sync();
}

function end(path: SitePath): string | null {
  const old = publication.read((reader) => oldAddress(reader, path));
  return old?.kind === 'moved' ? old.target : (old?.kind ?? null);
}

const found = () =>
  diagnostics(publication.database).filter(({ rule }) => rule === 'redirect-loop');
const loops = () => found().map(brief);

describe('a chain of old addresses', () => {
  it.each([
    ['a page', '/about'],
    ['another site', 'https://shop.example/x?y#z'],
    ['what was withdrawn', 'gone'],
    ['a part of a page', '/about#team'],
    ['nothing that is known', '/nothing'],
  ])('leads at once to its end, which is %s', async (_, last) => {
    await add('/a /b', '/b /c?page=2', `/c ${last}`);
    expect([end('/a'), end('/b'), end('/c')]).toEqual([last, last, last]);
    expect(loops()).toEqual([]);
  });

  it('may go on over the old address of an article', async () => {
    await add('/a /news/dam');
    expect(end('/a')).toBe('/articles/dam-opens');
  });

  it('ends at a page that exists, though an entry leads on from it', async () => {
    await add('/a /about', '/about /corrections');
    expect(end('/a')).toBe('/about');
  });

  it('leads nowhere while its end is an article that is not published', async () => {
    await add('/a /b', '/b /articles/none');
    expect(end('/a')).toBeNull();
  });

  it('is not followed for ever', async () => {
    const chain = Array.from({ length: 200 }, (_, index) => `/x${index} /x${index + 1}`);
    await add(...chain);
    expect(end('/x0')).toBeNull();
    expect(end('/x190')).toBe('/x200');
  });
});

describe('a form of a page that has moved', () => {
  const form = (path: SitePath) => {
    const old = publication.read((reader) => oldForm(reader, path));
    return old?.kind === 'moved' ? old.target : (old?.kind ?? null);
  };

  it.each([
    ['/articles/dam', '.md', '/articles/dam-opens'],
    ['/articles/dam', '.json', '/articles/dam-opens#gates'],
    ['/articles/dam', '/history', '/articles/dam-opens?a=b'],
    ['/people/timur', '/feed.xml', '/people/timur-rashidov'],
    ['/sections/rivers', '/feed.json', '/topics/water'],
    ['/sections/rivers', '/page/2', '/sections/water'],
  ])('%s%s goes with it to %s', async (from, suffix, to) => {
    await add(`${from} ${to}`);
    expect(form(`${from}${suffix}` as SitePath)).toBe(to.replace(/[?#].*/, '') + suffix);
  });

  it.each([
    ['a page that has no such form', '/articles/dam /about', '/articles/dam.md'],
    ['a page without pages', '/people/timur /about', '/people/timur/page/2'],
    ['another kind of list', '/sections/rivers /archive', '/sections/rivers/feed.xml'],
    ['another site', '/articles/dam https://shop.example/x', '/articles/dam.md'],
    ['what has not moved', '/articles/dam /articles/dam-opens', '/articles/weir.md'],
    ['the page itself', '/articles/dam /articles/dam-opens', '/articles/dam'],
  ])('does not lead to %s', async (_, entry, path) => {
    await add(entry);
    expect(form(path as SitePath)).toBeNull();
  });

  it('is gone where the page is', async () => {
    await add('/articles/dam gone');
    expect(form('/articles/dam.md')).toBe('gone');
  });
});

describe('a loop of old addresses', () => {
  it('is reported at each of its entries, and at those that lead into it', async () => {
    await add('/a /b', '/b /c', '/c /b', '/d /about');
    expect(loops()).toEqual(
      [1, 2, 3].map((line) => `redirects.yml:${line}:10 error redirect-loop`),
    );
    expect(found()[0]?.message).toContain('/a → /b → /c → /b');
    expect([end('/a'), end('/b'), end('/c'), end('/d')]).toEqual([null, null, null, '/about']);
  });

  it('may be one address', async () => {
    await add('/a /a/?again=1');
    expect(loops()).toEqual(['redirects.yml:1:10 error redirect-loop']);
    expect(found()[0]?.message).toBe('/a leads to itself; delete this entry.');
    expect(end('/a')).toBeNull();
  });

  it('may be the address of the article that claims it', async () => {
    publication.edit(DAM, 'redirectFrom: [', 'redirectFrom: [/articles/dam-opens, ');
    await publication.sync();
    expect(loops()).toEqual([`${DAM}:10:16 error redirect-loop`]);
  });

  it.each([
    ['a page', '/about'],
    ['an article', '/articles/dam-opens'],
    ['a person', '/people/timur-rashidov'],
    ['a topic', '/topics/water'],
    ['a list that is always there', '/archive'],
  ])('is none where readers find %s on the way', async (_, page) => {
    await add(`/a ${page}`, `${page} /b`, '/b /a');
    expect(loops()).toEqual([]);
    expect([end('/a'), end('/b')]).toEqual([page, page]);
  });

  it('comes and goes with the article that stands in it', async () => {
    await add('/a /articles/dam-opens', '/articles/dam-opens /a');
    expect(loops()).toEqual([]);
    publication.edit(DAM, 'title:', 'draft: true\ntitle:');
    await publication.sync();
    expect(loops()).toHaveLength(2);
    expect(end('/a')).toBeNull();
    publication.edit(DAM, 'draft: true\n', '');
    await publication.sync();
    expect(loops()).toEqual([]);
    expect(end('/a')).toBe('/articles/dam-opens');
  });
});

describe('a target', () => {
  it('on this site that nothing answers is reported', async () => {
    await add('/a /nothing', '/b /a', '/c https://other.example/');
    expect(publication.problems()).toEqual(['redirects.yml:1:20 warning broken-link']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPath } from '@/lib/site/addresses';
import { isSearch, routes, usedQuery } from '@/lib/site/routes';

const used = (query: string): string => usedQuery(routes.search(), query);

describe('the address of the page that searches', () => {
  it('is one of the site, so that a link to it is no broken one', () => {
    expect(readPath(routes.search())).toEqual({ kind: 'fixed' });
  });

  it.each([
    ['/search', true],
    ['/search?q=a', true],
    ['/searches', false],
    ['/search/a', false],
    ['/', false],
  ])('is told from others: %s', (address, isIt) => {
    expect(isSearch(address)).toBe(isIt);
  });
});

describe('what the server reads of a search', () => {
  it.each([
    ['another order, and names that nothing uses', '?page=2&utm_source=x&q=a', '?q=a&page=2'],
    ['a broken percent sign', '?q=%E0%A4%A', '?q=%EF%BF%BD%25A'],
    ['a percent sign alone', '?q=100%', '?q=100%25'],
    ['control characters', '?q=%00a%1F', '?q=%00a%1F'],
  ])('%s', (_, given, query) => {
    expect(used(given)).toBe(query);
  });

  it('is spelt in one way, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const once = used(`?${new URLSearchParams({ q: text, country: text })}`);
        expect(used(once)).toBe(once);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPath } from '@/lib/site/addresses';
import { LONGEST_SEARCH, routes, usedQuery } from '@/lib/site/routes';

const query = (path: string): string => path.replace('/search', '');

describe('the address of a search', () => {
  it('is that of the page that searches, with what is asked for in one order', () => {
    expect(routes.search()).toBe('/search');
    expect(routes.search('rates & prices')).toBe('/search?q=rates+%26+prices');
    expect(
      routes.search('сом', { page: 2, to: 2026, section: 'economy', author: null, from: 2024 }),
    ).toBe('/search?q=%D1%81%D0%BE%D0%BC&section=economy&from=2024&to=2026&page=2');
    expect(routes.search(undefined, { country: 'kazakhstan' })).toBe('/search?country=kazakhstan');
  });

  it('is one of the site, so that a link to it is no broken one', () => {
    expect(readPath(routes.search())).toEqual({ kind: 'fixed' });
  });

  it('is what the server reads, whatever is searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = text.trim();
        const asked = query(routes.search(words, { country: 'region', page: 3 }));
        expect(usedQuery(routes.search(), asked)).toBe(asked);
        expect(new URLSearchParams(asked).get('q')).toBe(words);
      }),
    );
  });
});

describe('what the server reads of a search', () => {
  it.each([
    ['another order, and names that nothing uses', '?page=2&utm_source=x&q=a', '?q=a&page=2'],
    ['a broken percent sign', '?q=%E0%A4%A', '?q=%EF%BF%BD%25A'],
    ['a percent sign alone', '?q=100%', '?q=100%25'],
    ['control characters', '?q=%00a%1F', '?q=%00a%1F'],
    ['white space before the words', '?q=++a', '?q=a'],
  ])('%s', (_, given, used) => {
    expect(usedQuery(routes.search(), given)).toBe(used);
  });

  it('is at most what is looked for, by whole characters', () => {
    const text = '𐰀'.repeat(LONGEST_SEARCH + 1);
    const used = usedQuery(routes.search(), `?${new URLSearchParams({ q: text, author: text })}`);
    const read = new URLSearchParams(used);
    expect(read.get('q')).toBe('𐰀'.repeat(LONGEST_SEARCH));
    expect(read.get('author')).toBe('𐰀'.repeat(LONGEST_SEARCH));
  });
});

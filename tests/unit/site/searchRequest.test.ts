import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS, readSearch, searchAddress } from '@/lib/site/searchRequest';

const read = (query: string) => readSearch(Object.fromEntries(new URLSearchParams(query)));

const NOTHING = { ...NO_FILTERS, text: '', page: 1 };

describe('what a search asks for', () => {
  it('is nothing where its address has no query', () => {
    expect(read('')).toEqual(NOTHING);
  });

  it('is what the form sends, whose empty filters filter nothing', () => {
    expect(read('q=+river+&section=society&country=&author=aliya-haidar&from=2025&to=')).toEqual({
      text: ' river ',
      section: 'society',
      country: null,
      author: 'aliya-haidar',
      from: 2025,
      to: null,
      page: 1,
    });
  });

  it('is the first of what comes twice', () => {
    expect(readSearch({ q: ['a', 'b'], section: [] })).toEqual({ ...NOTHING, text: 'a' });
  });

  it('is what it is called, whether there is such a thing or not', () => {
    expect(read('section=So ciety&country=atlantis')).toMatchObject({
      section: 'So ciety',
      country: 'atlantis',
    });
  });

  it.each(['section=', 'from=99', 'to=2025.0', 'to=-1'])(
    'is not narrowed by what cannot be meant: %s',
    (query) => {
      expect(read(query)).toEqual(NOTHING);
    },
  );

  it('is the same years in either order', () => {
    expect(read('from=2026&to=2024')).toMatchObject({ from: 2024, to: 2026 });
    expect(read('from=2024&to=2026')).toMatchObject({ from: 2024, to: 2026 });
    expect(read('from=2025&to=2025')).toMatchObject({ from: 2025, to: 2025 });
    expect(read('from=2025')).toMatchObject({ from: 2025, to: null });
  });

  it.each(['0', '-1', '1.5', 'two', '10000', '1 '])('is no page "%s"', (page) => {
    expect(read(`page=${page}`)).toBeNull();
  });

  it('is what an address of ours asks for', () => {
    const maybe = <Value>(...values: Value[]) => fc.constantFrom(null, ...values);
    fc.assert(
      fc.property(
        fc.record({
          text: fc.string({ unit: 'grapheme' }),
          section: maybe('politics', 'society'),
          country: maybe('kazakhstan', 'region'),
          author: maybe('aliya-haidar'),
          from: maybe(2024),
          to: maybe(2025, 2026),
          page: fc.integer({ min: 1, max: 9999 }),
        }),
        (request) => {
          const { search } = new URL(searchAddress(request), 'https://news.example');
          expect(read(search)).toEqual(request);
        },
      ),
    );
  });
});

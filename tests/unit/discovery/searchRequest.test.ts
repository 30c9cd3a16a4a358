import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchChoices } from '@/lib/archive/search/search';
import { readSearchRequest } from '@/lib/discovery/searchRequest';
import { routes } from '@/lib/site/routes';
import { slugify } from '@/lib/site/slug';

function choice<Kind extends string>(name: string) {
  const slug = slugify<Kind>(name);
  if (slug === undefined) throw new Error(`no slug: ${name}`);
  return { slug, name };
}

const CHOICES: SearchChoices = {
  sections: [choice('Politics'), choice('Society')],
  countries: ['kazakhstan', 'region'],
  people: [choice('Aliya Haidar')],
  years: [2026, 2025, 2024],
};

const NOTHING = { text: '', section: null, country: null, author: null, from: null, to: null };

const read = (query: string) => readSearchRequest(new URLSearchParams(query), CHOICES);

describe('what a search asks for', () => {
  it('is nothing where its address has no query', () => {
    expect(read('')).toEqual({ ...NOTHING, page: 1 });
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

  it.each(['section=Society', 'country=atlantis', 'author=nobody', 'from=1999', 'to=2025.0'])(
    'is not narrowed by what no article has: %s',
    (query) => {
      expect(read(query)).toEqual({ ...NOTHING, page: 1 });
    },
  );

  it('is the same years in either order', () => {
    expect(read('from=2026&to=2024')).toMatchObject({ from: 2024, to: 2026 });
    expect(read('from=2024&to=2026')).toMatchObject({ from: 2024, to: 2026 });
    expect(read('from=2025&to=2025')).toMatchObject({ from: 2025, to: 2025 });
  });

  it.each([
    ['2', 2],
    ['9999999', 9_999_999],
    ['10000000', 1],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['two', 1],
    ['', 1],
  ])('is page "%s" as %i', (page, number) => {
    expect(read(`page=${page}`).page).toBe(number);
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
          page: fc.integer({ min: 1, max: 1000 }),
        }),
        ({ text, ...filters }) => {
          const { search } = new URL(routes.search(text, filters), 'https://news.example');
          expect(read(search)).toEqual({ text, ...filters });
        },
      ),
    );
  });
});

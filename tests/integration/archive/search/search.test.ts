import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchRequest } from '@/lib/site/searchRequest';
import { NOW, TestPublication } from '../../../fixtures/publication';
import { searchIn } from './mixed';

const REKA = 'articles/2026/02/uroven-reki.md';
const DAM = 'articles/2026/02/dam-opens.md';
const LATER = Date.parse('2100-01-01T00:00:00Z');

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

/** Slugs of the articles that a search finds. */
function find(words: string, wish: Partial<SearchRequest> = {}, now = NOW): string[] {
  return searchIn(publication, words, wish, now)
    .hits.map(({ card }) => card.slug)
    .sort();
}

describe('a search', () => {
  it.each([
    ['a headline', 'parliament', ['budget-vote']],
    ['a standfirst', 'farmers', ['dam-opens']],
    ['a body', 'sunrise', ['dam-opens']],
    ['a heading', 'gauge', ['river-levels']],
    ['a link', '"dam"', ['dam-opens', 'river-levels']],
    ['a Cyrillic headline', 'уровень', ['uroven-reki']],
    ['a Cyrillic body, in capitals', 'ВОДОМЕРНЫЙ', ['uroven-reki']],
    ['the start of a Cyrillic word', 'сантиметр', ['uroven-reki']],
    ['a Cyrillic word in Latin letters', 'vodomernyy', ['uroven-reki']],
  ])('finds a word of %s', (_name, words, slugs) => {
    expect(find(words)).toEqual(slugs);
  });

  it('does not find what only marks up the text', () => {
    expect(find('"articles"')).toEqual([]);
  });

  it('finds the letters of the region, with or without their marks', async () => {
    publication.edit(REKA, 'Водомерный пост', 'Өзен деңгейі, Ýaňy suw ölçegi');
    await publication.sync();
    for (const word of ['өзен', 'ДЕҢГЕЙІ', 'ýaňy', 'yany', 'olcegi', 'ozen']) {
      expect(find(word)).toEqual(['uroven-reki']);
    }
  });

  it('forgets the old words of an edited article', async () => {
    publication.edit(DAM, 'sunrise', 'midnight');
    await publication.sync();
    expect(find('"sunrise"')).toEqual([]);
    expect(find('"midnight"')).toContain('dam-opens');
  });

  it('forgets a deleted article, and one that is broken and was never better', async () => {
    publication.remove(DAM);
    await publication.sync();
    expect(find('"sunrise"')).toEqual([]);
    publication.write(REKA, 'no front matter any more');
    await publication.syncAnew();
    expect(find('"уровень"')).toEqual([]);
  });

  it('finds nothing that readers cannot see yet: no draft, nothing scheduled', () => {
    for (const path of publication.slugs({ kind: 'all' }, LATER)) {
      if (publication.slugs().includes(path)) continue;
      const words = path.replaceAll('-', ' ');
      expect(find(words)).not.toContain(path);
      expect(find(words, {}, LATER)).toContain(path);
    }
    expect(publication.slugs({ kind: 'all' }, LATER).length).toBeGreaterThan(
      publication.slugs().length,
    );
  });

  it('is narrowed down by section, country, author and years; what is unknown narrows nothing', () => {
    const all = find('the river dam levels vote');
    expect(find('the river dam levels vote', { section: 'nowhere', author: 'nobody' })).toEqual(
      all,
    );
    const wish = { section: 'nowhere', author: 'nobody', country: 'uzbekistan' };
    expect(searchIn(publication, 'dam', wish, NOW).leftOut).toEqual(['section', 'author']);
    expect(find('dam', { section: 'water' })).toContain('dam-opens');
    expect(find('dam', { section: 'politics' })).not.toContain('dam-opens');
    expect(find('gauge', { author: 'aigerim-bekova' })).toEqual(['river-levels']);
    expect(find('"parliament"', { author: 'aigerim-bekova' })).toEqual([]);
    expect(find('gauge', { from: 2026 })).toEqual(['river-levels']);
    expect(find('gauge', { to: 2025 })).toEqual([]);
    expect(find('gauge', { from: 2027, to: 2026 })).toEqual([]);
  });

  it('says where nothing has all of the words, but some, also of a phrase', () => {
    const partial = (words: string) => searchIn(publication, words, {}, NOW).isPartial;
    expect(partial('dam sunrise')).toBe(false);
    expect(partial('parliament sunrise')).toBe(true);
    expect(partial('"sunrise parliament"')).toBe(true);
    expect(partial('xqzvwkj')).toBe(false);
  });

  it('orders by where a word stands, and prefers the newer of the same', async () => {
    const write = (slug: string, year: number, title: string, summary: string, body: string) =>
      publication.write(
        `articles/${year}/01/${slug}.md`,
        `---\ntitle: ${title}\ndate: ${year}-01-05\nauthors: [timur-rashidov]\nsummary: ${summary}\nsection: water\n---\n\n${body}\n`,
      );
    write('headline', 2001, 'Borehole', 'Plain words.', 'Plain words.');
    write('standfirst', 2002, 'Plain', 'A borehole.', 'Plain words.');
    // By the index alone, the older and shorter one would come first.
    write('a-body', 2004, 'Plain', 'Plain words.', 'A borehole.');
    write('body', 2025, 'Plain', 'Plain words.', 'A borehole here.');
    await publication.sync();
    const { hits } = searchIn(publication, 'borehole', {}, NOW);
    const order = hits.map(({ card }) => card.slug);
    expect(order).toEqual(['headline', 'standfirst', 'body', 'a-body']);
  });

  it('takes spellings for the same as soon as the editors say so', async () => {
    expect(find('"barrage"')).toEqual([]);
    publication.write('spellings.yml', '- [dam, barrage]\n- [parliament, Жогорку Кеңеш]\n');
    await publication.sync();
    expect(find('barrage')).toContain('dam-opens');
    expect(find('Жогорку Кеңеш')).toEqual(['budget-vote']);
    publication.remove('spellings.yml');
    await publication.sync();
    expect(find('"barrage"')).toEqual([]);
  });

  it('keeps the spellings that were sound while the file is broken', async () => {
    publication.write('spellings.yml', '- [dam, barrage]\n');
    await publication.sync();
    publication.write('spellings.yml', 'dam: barrage\n');
    await publication.sync();
    expect(publication.problems()).toEqual(['spellings.yml:1:1 error invalid-field']);
    expect(find('barrage')).toContain('dam-opens');
  });

  it('comes in pages, and has none past the last', async () => {
    for (let number = 0; number < 12; number += 1) {
      publication.write(
        `articles/2026/01/well-${number}.md`,
        `---\ntitle: Well ${number}\ndate: 2026-01-0${1 + (number % 9)}\nauthors: [timur-rashidov]\nsummary: S.\nsection: water\n---\n\nA borehole.\n`,
      );
    }
    await publication.sync();
    const pages = [1, 2, 3].map((page) => searchIn(publication, 'borehole', { page }, NOW));
    expect(pages.map(({ hits }) => hits.length)).toEqual([5, 5, 2]);
    expect(pages[0]).toMatchObject({ total: 12, pages: 3, isMore: false });
    const slugs = pages.flatMap(({ hits }) => hits.map(({ card }) => card.slug));
    expect(new Set(slugs).size).toBe(12);
    expect(() => searchIn(publication, 'borehole', { page: 4 }, NOW)).toThrow(/no such page/);
  });

  it('answers whatever is typed', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            'NEAR(',
            ')',
            ' OR ',
            ' NOT ',
            '^',
            '{title}:',
            '-',
            '+',
            'dam',
            '\0',
            "'; DROP TABLE article; --",
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
      fc.constant('a'.repeat(10_000)),
      fc.constant('ж '.repeat(5_000)),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const { hits, total, pages } = searchIn(publication, text, {}, NOW);
        expect(total).toBeGreaterThanOrEqual(hits.length);
        expect(pages).toBeGreaterThan(0);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relatedness } from '@/lib/archive/queries/related';
import type { ArticleRecord } from '@/lib/archive/records';
import { parseArticle } from '@/lib/content/article';
import { sourceOf } from '@/lib/content/source';

/** The record of an article, read from front matter. */
function article(slug: string, ...more: string[]): ArticleRecord {
  const fields = ['title: Nothing in common', 'date: 2026-01-10', 'authors: [x]', 'summary: S'];
  const names = more.map((line) => line.slice(0, line.indexOf(':') + 1));
  const kept = [...fields, 'section: other'].filter(
    (line) => !names.some((name) => line.startsWith(name)),
  );
  const text = ['---', ...kept, ...more, '---', '', 'Text.', ''].join('\n');
  const { value } = parseArticle(sourceOf(`articles/2026/01/${slug}.md`, text), {
    timeZone: 'UTC',
    language: 'en',
  });
  if (!value) throw new Error(text);
  const { body: _, plain: __, ...record } = value;
  return record;
}

const river = article(
  'river',
  'title: Glacier water reaches the valley',
  'authors: [aigerim]',
  'section: water',
  'topics: [glaciers, energy]',
  'countries: [kyrgyzstan]',
);

/** An article on nothing of the above, by somebody else, in another language. */
const stranger = article('stranger', 'title: Vote', 'lang: kk');

describe('relatedness', () => {
  it('is nothing between strangers, with oneself and between translations', () => {
    expect(relatedness(river, stranger)).toBe(0);
    expect(relatedness(river, river)).toBe(0);
    const version = article('reka', 'translationOf: river', 'topics: [glaciers]', 'section: water');
    const other = article('daryo', 'translationOf: river', 'topics: [glaciers]', 'section: water');
    expect(relatedness(river, version)).toBe(0);
    expect(relatedness(version, other)).toBe(0);
  });

  it.each([
    ['a topic', 'topics: [glaciers]'],
    ['a word of the headline', 'title: A glacier'],
    ['an author', 'authors: [aigerim]'],
    ['a country', 'countries: [kyrgyzstan]'],
    ['a section', 'section: water'],
    ['a language', 'lang: en'],
  ])('grows by %s in common', (_name, line) => {
    const alike = article('alike', ...(line === 'lang: en' ? [] : ['lang: kk']), line);
    expect(relatedness(river, alike)).toBeGreaterThan(0);
  });

  it('grows with every topic in common', () => {
    const one = article('one', 'topics: [glaciers]');
    const two = article('two', 'topics: [glaciers, energy]');
    expect(relatedness(river, two)).toBeGreaterThan(relatedness(river, one));
  });

  it('weighs a topic more than author, country or section alone', () => {
    const topic = relatedness(river, article('a', 'topics: [glaciers]'));
    for (const line of ['authors: [aigerim]', 'countries: [kyrgyzstan]', 'section: water']) {
      expect(topic).toBeGreaterThan(relatedness(river, article('b', line)));
    }
  });

  it('prefers the nearer in time of two that are alike', () => {
    const near = article('near', 'topics: [glaciers]', 'date: 2026-02-10');
    const far = article('far', 'topics: [glaciers]', 'date: 2026-06-10');
    const before = article('before', 'topics: [glaciers]', 'date: 2025-12-10');
    expect(relatedness(river, near)).toBeGreaterThan(relatedness(river, far));
    expect(relatedness(river, before)).toBe(relatedness(river, near));
  });

  it('ignores short words and capitals in headlines', () => {
    expect(relatedness(river, article('short', 'title: The vote', 'lang: kk'))).toBe(0);
    const capitals = article('capitals', 'title: GLACIER', 'lang: kk');
    expect(relatedness(river, capitals)).toBeGreaterThan(0);
  });

  it('is the same both ways', () => {
    const part = <Value>(...values: Value[]) => fc.subarray(values);
    const record = fc
      .record({
        slug: fc.constantFrom('one', 'two', 'three'),
        topics: part('glaciers', 'energy', 'law'),
        countries: part('kyrgyzstan', 'region'),
        authors: part('aigerim', 'timur', 'dana'),
        section: fc.constantFrom('water', 'politics'),
        title: fc.constantFrom('Glacier melts', 'Glacier grows slowly', 'Parliament melts'),
        day: fc.integer({ min: 10, max: 28 }),
        translationOf: fc.constantFrom('', 'translationOf: one'),
      })
      .map(({ slug, topics, countries, authors, section, title, day, translationOf }) =>
        article(
          slug,
          `title: ${title}`,
          `date: 2026-01-${day}`,
          `authors: [${authors.length > 0 ? authors.join(', ') : 'x'}]`,
          `section: ${section}`,
          `topics: [${topics.join(', ')}]`,
          `countries: [${countries.join(', ')}]`,
          ...(translationOf === '' ? [] : [translationOf]),
        ),
      );
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(relatedness(a, b)).toBe(relatedness(b, a));
        expect(relatedness(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

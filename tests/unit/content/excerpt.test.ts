import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCERPT_WORDS, excerpt, openingAfter } from '@/lib/content/excerpt';

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

describe('excerpt', () => {
  it.each([
    ['one two three', 3, 'one two three'],
    ['one two three', 2, 'one two…'],
    ['one, two three', 1, 'one…'],
    ['Done. Next', 1, 'Done…'],
    ['Really? Yes.', 1, 'Really?…'],
    ['one two — three', 3, 'one two…'],
    ['wait… more', 1, 'wait…'],
    ['wait ... more', 2, 'wait…'],
    ['one\n\ntwo\tthree', 9, 'one two three'],
    ['  \n ', 5, ''],
    ['one two', 0, ''],
  ])('cuts %j after %i words', (text, count, cut) => {
    expect(excerpt(text, count)).toBe(cut);
  });

  it('holds at most the words asked for, ends in an ellipsis only where it cut, and at a word', () => {
    const text = fc
      .array(fc.stringMatching(/^[\p{L}\d',.;:!?–—-]{1,8}$/u))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, count) => {
        const cut = excerpt(whole, count);
        const given = words(whole);
        expect(words(cut).length).toBeLessThanOrEqual(count);
        expect(cut.endsWith('…')).toBe(given.length > count);
        if (given.length <= count) expect(cut).toBe(given.join(' '));
        const kept = words(cut.replace(/…$/, ''));
        kept.slice(0, -1).forEach((word, index) => {
          expect(word).toBe(given[index]);
        });
        const last = kept.length - 1;
        if (last < 0) return;
        // Only points may be missing from the last word.
        const dropped = (given[last] ?? '').slice(kept[last]?.length);
        expect(`${kept[last]}${dropped}`).toBe(given[last]);
        expect(dropped).toMatch(/^[.,;:–—-]*$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is not held up by endless dashes', () => {
    expect(excerpt(`${'-'.repeat(300_000)}x y`, 1)).toHaveLength(300_002);
  });
});

describe('openingAfter', () => {
  it('fills up what the standfirst leaves of an excerpt', () => {
    const opening = openingAfter(many(20), many(500));
    expect(words(opening)).toHaveLength(EXCERPT_WORDS - 20);
    expect(opening.endsWith('w99…')).toBe(true);
  });

  it('is whole where the body is short', () => {
    expect(openingAfter('A standfirst.', 'A short body.')).toBe('A short body.');
  });

  it('has twenty words after the longest standfirst', () => {
    expect(words(openingAfter(many(400), many(500)))).toHaveLength(20);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest } from '@/lib/content/suggest';

const FIELDS = ['title', 'date', 'authors', 'summary'];

describe('closest', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['author', 'authors'],
    ['sumary', 'summary'],
    ['dat', 'date'],
  ])('knows what %s stands for', (word, meant) => {
    expect(closest(word, FIELDS)).toBe(meant);
  });

  it.each(['headline', 'x', '', 'tttttle', 'datetime'])('does not guess at %j', (word) => {
    expect(closest(word, FIELDS)).toBeUndefined();
  });

  it('takes the nearer of two', () => {
    expect(closest('aliya-haydar', ['aliya-hayder', 'aliya-haidars'])).toBe('aliya-hayder');
    expect(closest('cat', ['cart', 'cat'])).toBe('cat');
  });

  it('does not turn one short word into another', () => {
    expect(closest('ab', ['xy'])).toBeUndefined();
    expect(closest('abc', ['xyc'])).toBe('xyc');
  });

  it('finds back every word of which a letter was changed', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (text, at) => {
        const place = at % text.length;
        expect(closest(`${text.slice(0, place)}#${text.slice(place + 1)}`, [text])).toBe(text);
      }),
    );
  });
});

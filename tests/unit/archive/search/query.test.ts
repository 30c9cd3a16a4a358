import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expression } from '@/lib/archive/search/expression';
import { readQuery } from '@/lib/archive/search/query';

const NONE = { section: null, country: null, author: null, from: null, to: null };

function terms(text: string): string[] {
  return readQuery(text).terms.map(
    ({ words, isPrefix }) => words.join(' ') + (isPrefix ? '*' : ''),
  );
}

describe('a search as it is read', () => {
  it.each([
    ['Official Rate', ['official', 'rate*']],
    ['"official rate" tenge', ['official rate', 'tenge*']],
    ['«официальный курс»', ['ofitsialnyy kurs']],
    ['“a bill”', ['a bill']],
    ['‹official rate› „a bill“', ['official rate', 'a bill']],
    ['glacier/ice, (snow); rain', ['glacier', 'ice', 'snow', 'rain*']],
    ['Nur-Sultan', ['nur sultan*']],
    ['how is the rate set', ['rate', 'set*']],
    ['the', ['the*']],
    ['"unfinished phrase', ['unfinished phrase']],
    ['', []],
    ['"" - -- «»', []],
    ['rate NEAR(x) OR title:y *', ['rate', 'near', 'x', 'title', 'y']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('leaves out what has a minus before it', () => {
    const { excluded } = readQuery('river -dam -"dry bed"');
    expect(excluded.map(({ words }) => words.join(' '))).toEqual(['dam', 'dry bed']);
    expect(terms('river -dam')).toEqual(['river']);
  });

  it('is of one line and of a bounded length, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12_000 }), (text) => {
        const query = readQuery(text);
        expect([...query.text].length).toBeLessThanOrEqual(200);
        expect(query.text).not.toMatch(/[\p{C}\n]/u);
        expect(query.terms.length).toBeLessThanOrEqual(12);
        const forms = query.terms.map(({ words }) => ({
          phrases: [words],
          prefix: words[0],
          inflected: null,
        }));
        const written = expression({ terms: forms, excluded: forms, filters: NONE, all: true });
        // Between quotation marks there are words alone.
        for (const [, inside = ''] of written.matchAll(/"([^"]*)"/g)) {
          expect(inside).toMatch(/^[\p{L}\p{N} _]*$/u);
        }
      }),
    );
  });
});

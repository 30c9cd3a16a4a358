import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Marked, marked, matcher, passages } from '@/lib/archive/search/marks';

const said = (parts: Marked) => parts.map(({ text }) => text).join('');
const shown = (parts: Marked) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const TASHKENT = matcher([
  { phrases: [['tashkent'], ['toshkent']], prefix: null, inflected: null },
]);
const RATE = matcher([
  { phrases: [['official']], prefix: null, inflected: null },
  { phrases: [['rate'], ['rates']], prefix: 'rat', inflected: null },
]);

describe('marks', () => {
  it('stand on the words as they are written', () => {
    expect(shown(marked('Ташкент, Toshkent va tashkentlik', TASHKENT))).toBe(
      '[Ташкент], [Toshkent] va tashkentlik',
    );
    expect(shown(marked('Rated, rates; official’s', RATE))).toBe('[Rated], [rates]; official’s');
  });

  it('stand on a phrase where its words are side by side', () => {
    const aral = [['aral', 'sea'], ['orol']];
    const matches = matcher([{ phrases: aral, prefix: null, inflected: null }]);
    expect(shown(marked('The Aral Sea is no sea: Aral, “Арал Sea”, Orol', matches))).toBe(
      'The [Aral] [Sea] is no sea: Aral, “[Арал] [Sea]”, [Orol]',
    );
  });

  it('change nothing of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(said(marked(`${text} rate ${text}`, RATE))).toBe(`${text} rate ${text}`);
      }),
    );
  });
});

describe('passages', () => {
  const filler = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

  it('are those that hold most of what was looked for, in their order', () => {
    const text = `A rate. ${filler(60)} The official rate here. ${filler(60)} Another rate.`;
    const [first, second, ...rest] = passages(text, RATE, 2).map(shown);
    expect(rest).toEqual([]);
    expect(first).toMatch(/^A \[rate\]\. .*\u00A0…$/);
    expect(second).toMatch(/^…\u00A0.*The \[official\] \[rate\] here/);
  });

  it('are none where nothing matches, and as many as there are', () => {
    expect(passages(filler(100), RATE, 2)).toEqual([]);
    expect(passages('One rate.', RATE, 2).map(shown)).toEqual(['One [rate].']);
  });

  it('keep headings apart from the text below them', () => {
    const text = 'A rate.\n\nIncome and spending\n\nWhat is left';
    expect(passages(text, RATE, 1).map(shown)).toEqual([
      'A [rate]. Income and spending · What is left',
    ]);
    expect(passages('The rate\n\nIs set', RATE, 1).map(shown)).toEqual(['The [rate] · Is set']);
  });

  it('say what the text says, on one line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('rate', 'x', '\n\n', 'official', '—'), { maxLength: 120 }),
        (parts) => {
          const text = parts.join(' ');
          for (const passage of passages(text, RATE, 2)) {
            const plain = said(passage).replace(/^…\u00A0|\u00A0…$/g, '');
            expect(text.replace(/\s+/g, ' ')).toContain(plain.replaceAll(' ·', '').trim());
            expect(passage.some(({ isMatch }) => isMatch)).toBe(true);
          }
        },
      ),
    );
  });
});

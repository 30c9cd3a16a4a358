import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords, wordsOf } from '@/lib/archive/search/fold';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Ж',
      'й',
      'ў',
      'ʻ',
      '’',
      '́',
      '\u00AD',
      '_',
      '-',
      '½',
      '™',
      'İ',
      'ß',
      ' ',
      '中',
    ),
  }),
);

describe('folded text', () => {
  it.each([
    ['Ташкент', 'tashkent'],
    ['Oʻzbekiston', 'ozbekiston'],
    ["O'zbekiston", 'ozbekiston'],
    ['Қазақстан', 'qazaqstan'],
    ['Тоҷикистон', 'tojikiston'],
    ['Ысык-Көл', 'ysyk kol'],
    ['Türkmenbaşy', 'turkmenbasy'],
    ['Aşgabat', 'asgabat'],
    ['Өскемен', 'oskemen'],
    ['Щербаков', 'shcherbakov'],
    ['Фарғона', 'farghona'],
    ['Ўзбекистон', 'ozbekiston'],
    ['Хоруғӣ', 'khorughi'],
    ['Ağ göl ıssık', 'ag gol issik'],
    ['Ｔａｓｈ', 'tash'],
    ["journalist's", 'journalists'],
    ['Gulʹnara Farʾona Soʿda Oʽsh o＇zbek', 'gulnara farona soda osh ozbek'],
    ['Андрей', 'andrey'],
    // The same letter, put together of two signs.
    ['Андреи\u0306', 'andrey'],
  ])('%s is %s', (text, expected) => {
    expect(foldedWords(text).join(' ')).toBe(expected);
  });

  it('is folded already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('has the words of the text, one for each that anything is left of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const apart = wordsOf(text.normalize('NFC')).map(({ text: word }) => fold(word));
        expect(foldedWords(text)).toEqual(apart.filter((word) => word !== ''));
      }),
    );
  });

  it('knows where its words stand', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: word, start, end } of wordsOf(text)) {
          expect(text.slice(start, end)).toBe(word);
        }
      }),
    );
  });
});

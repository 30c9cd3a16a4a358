import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugify } from '@/lib/site/slug';

describe('isSlug', () => {
  it.each(['a', '7', 'river-levels', '2026-in-figures', 'a'.repeat(120)])('takes %j', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each([
    '',
    '-',
    'River',
    'river levels',
    'river--levels',
    '-river',
    'river-',
    'river_levels',
    'река',
    'naïve',
    'river\n',
    '../river',
    'a'.repeat(121),
  ])('refuses %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe('slugify', () => {
  it.each([
    ['Kazakh', 'Әуе көлігі', 'aue-koligi'],
    ['Kazakh', 'Ғылым және Ұлттық банк', 'ghylym-zhane-ulttyq-bank'],
    ['Kazakh', 'Қарағанды, Үкімет, теңге', 'qaraghandy-ukimet-tengge'],
    ['Kyrgyz', 'Ысык-Көл, Өзгөн', 'ysyk-kol-ozgon'],
    ['Tajik', 'Хуҷанд, шаҳри Ғафуров', 'khujand-shahri-ghafurov'],
    ['Tajik', 'Ӯротеппа ва Ӣд', 'uroteppa-va-id'],
    ['Uzbek in Cyrillic', 'Ўзбекистон, Қўқон, Фарғона', 'ozbekiston-qoqon-farghona'],
    ['Turkmen', 'Aşgabat şäheri, Türkmenbaşy', 'asgabat-saheri-turkmenbasy'],
    ['Turkmen', 'Ýaňy žurnal, Çärjew', 'yany-zurnal-carjew'],
    ['Russian', 'Ещё один съезд: щит', 'eshchyo-odin-syezd-shchit'],
    ['English', 'Naïve café, 2026 & after', 'naive-cafe-2026-and-after'],
  ])('carries over the letters of %s', (_language, text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it.each(['oʻzbek tili', 'oʼzbek tili', 'o‘zbek tili', 'o’zbek tili', "o'zbek tili"])(
    'reads the Uzbek letter in %j however it is typed',
    (text) => {
      expect(slugify(text)).toBe('ozbek-tili');
    },
  );

  it.each([
    ['ҚАЗАҚСТАН', 'qazaqstan'],
    ['ҚР', 'qr'],
    ['ЩУКА', 'shchuka'],
    ['YouTube', 'youtube'],
  ])('keeps the word %s in one piece', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('joins letters with their combining marks first', () => {
    expect(slugify('и\u0306ога')).toBe(slugify('йога'));
    expect(slugify('u\u0308')).toBe('u');
  });

  it('cuts long text, never with a hyphen at the end', () => {
    expect(slugify('a'.repeat(300))).toBe('a'.repeat(120));
    expect(slugify(`${'a'.repeat(119)} b`)).toBe('a'.repeat(119));
  });

  it.each(['', '  ', '—', '🙂', 'ЪЬ', '...'])('has nothing to make of %j', (text) => {
    expect(slugify(text)).toBeUndefined();
  });

  it('gives a slug or nothing for any text, and leaves slugs as they are', () => {
    const words = fc.array(fc.constantFrom('Қазақ', 'СУВ', 'Ýol', "o'z", 'x', '9', '-', ' ', '’'));
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          words.map((parts) => parts.join('')),
        ),
        (any) => {
          const made = slugify(any);
          if (made === undefined) return;
          expect(isSlug(made)).toBe(true);
          expect(slugify(made)).toBe(made);
        },
      ),
      { numRuns: 150 },
    );
  });
});

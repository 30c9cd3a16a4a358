import { describe, expect, it } from 'vitest';
import { shareFont } from '@/lib/discovery/shareImages/fonts';
import { unpackWoff } from '@/lib/discovery/shareImages/woff';

const { shape } = await shareFont();

describe('the font of pictures to share', () => {
  it('has every letter of the region', () => {
    const letters = [...'әғқңөүұһіӣӯҷҳўӘҒҚҢӨҮҰҺІӢӮҶҲЎşçýňäöüžŞÇÝŇÄÖÜŽʻ’ЁёъЩщ…–—№₸₽€'];
    const drawn = letters.map((letter) => shape(letter).glyphs.map(({ glyph }) => glyph.outline()));
    expect(drawn.filter((outlines) => outlines.length === 1).flat()).toHaveLength(letters.length);
    expect(drawn.flat()).not.toContain('');
    // What a font lacks would always be the same box.
    expect(new Set(drawn.flat()).size).toBe(letters.length);
  });

  it('sets letters closer that leave a gap between them', () => {
    const apart = (pair: string) => [...pair].reduce((sum, one) => sum + shape(one).width, 0);
    // Thousandths, of a headline's size, by the tables of the font.
    expect(apart('AV') * 1000).toBeCloseTo(712 + 706);
    expect(shape('AV').width * 1000).toBeCloseTo(1303);
    expect(shape('Га').width * 1000).toBeCloseTo(1094);
    expect(apart('Га')).toBeGreaterThan(shape('Га').width);
  });

  it('goes from one of its files to another within a word', () => {
    const { glyphs, count, width } = shape('Қoрş');
    expect(glyphs.map(({ before }) => before)).toEqual([0, 1, 2, 3]);
    const separate = [...'Қoрş'].map((letter) => shape(letter));
    expect(count).toBe(4);
    expect(width).toBeCloseTo(separate.reduce((sum, one) => sum + one.width, 0));
    expect(glyphs.map(({ glyph }) => glyph.key)).toEqual(
      separate.flatMap((one) => one.glyphs.map(({ glyph }) => glyph.key)),
    );
  });

  it('puts a mark over its letter', () => {
    const [letter, mark] = shape('у\u0301').glyphs;
    expect(shape('у\u0301').width).toBe(shape('у').width);
    expect(mark?.before).toBe(0);
    const middle = (placed: typeof letter) =>
      placed ? placed.x + (placed.glyph.box.left + placed.glyph.box.right) / 2 : Number.NaN;
    expect(Math.abs(middle(mark) - middle(letter))).toBeLessThan(0.1);
  });

  it('leaves out what it has no letter for', () => {
    expect(shape('水a𐰀👩‍👩‍👧').glyphs).toEqual(shape('a').glyphs);
    expect(shape('水')).toEqual({ glyphs: [], width: 0, count: 0 });
  });

  it('is not read from what is no font', () => {
    expect(() => unpackWoff(Buffer.from('wOF2'.padEnd(60, '\0')))).toThrow('not a WOFF font');
    expect(() => unpackWoff(Buffer.alloc(3))).toThrow('not a WOFF font');
  });
});

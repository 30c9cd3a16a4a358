import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareFont } from '@/lib/discovery/shareImages/fonts';
import { column, nameLine } from '@/lib/discovery/shareImages/layout';
import { widthOf } from '@/lib/discovery/shareImages/lines';
import type { PlacedWord } from '@/lib/discovery/shareImages/stack';
import { anyText } from '@/tests/fixtures/anyText';
import { CARD } from '@/tests/support/shareCards/card';

const font = await shareFont();
const ROOM = { width: 568, height: 416 };

/** The lines of what stands in letters of at least a size, and where each ends. */
function linesOf(words: readonly PlacedWord[], size = 32) {
  const lines = new Map<number, { text: string; end: number }>();
  for (const { word, letters, x, y } of words) {
    if (letters.size < size) continue;
    const before = lines.get(y)?.text;
    const text =
      before === undefined ? word.text : `${before}${word.isJoined ? '' : ' '}${word.text}`;
    lines.set(y, { text, end: x + widthOf(word, letters) });
  }
  return [...lines.values()];
}

function headline(title: string, room = ROOM) {
  return linesOf(column({ ...CARD, title }, 'Courier', room, font));
}

function texts(title: string, room = ROOM): string[] {
  return headline(title, room).map(({ text }) => text);
}

describe('the headline of a picture to share', () => {
  it('has lines of even length', () => {
    expect(texts('Five countries agree to share the water', { ...ROOM, width: 1072 })).toEqual([
      'Five countries agree',
      'to share the water',
    ]);
  });

  it.each([
    ['a hyphen', 'Правительственно-административная', ['Правительственно-', 'административная']],
    ['no hyphen before a number', 'Правительственная-2026', ['Правительственная-2026']],
    ['no dash between words', 'A river rises over — it', ['A river rises', 'over\u00A0— it']],
    ['a space that is no break', 'Over three 5\u202F000 rise', ['Over three', '5\u00A0000 rise']],
  ])('is broken at %s as languages want it', (_, title, lines) => {
    expect(texts(title)).toEqual(lines);
  });

  it('is smaller rather than to break a word', () => {
    const [line, ...others] = column(
      { ...CARD, kicker: '', title: 'Q'.repeat(16) },
      '',
      ROOM,
      font,
    );
    expect(line?.word.text).toBe('Q'.repeat(16));
    expect(line?.letters.size).toBeLessThan(66);
    expect(others.every(({ letters }) => letters.size === 30)).toBe(true);
  });

  it('is cut with an ellipsis where letters of no size are small enough', () => {
    const lines = texts(
      'Why bread, wheat and water cost twice as much, or more, as last year. '.repeat(9),
    );
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatch(/[a-z]…$/);
    expect(texts('Ж'.repeat(400)).at(-1)).toMatch(/^Ж+…$/);
  });

  it('does not show signs that only say how to read it', () => {
    expect(texts('re\u00ADad\u200D \u202Eit\n\tnow')).toEqual(['read it now']);
  });

  it('is the name of the site where there is none', () => {
    expect(texts('水 \u0000')).toEqual(['Courier']);
  });
});

describe('the words of a picture to share', () => {
  it('stay in their room, whatever they are', () => {
    const text = fc.oneof(
      anyText,
      fc.string({ unit: 'binary', maxLength: 300 }),
      anyText.map((one) => one.repeat(40)),
    );
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.constantFrom(568, 668, 1072),
        (kicker, title, note, width) => {
          const room = { ...ROOM, width };
          for (const { word, letters, x, y } of column(
            { ...CARD, kicker, title, note },
            '',
            room,
            font,
          )) {
            expect(x + widthOf(word, letters)).toBeLessThanOrEqual(width + 0.001);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(y + font.descent * letters.size).toBeLessThanOrEqual(ROOM.height + 8);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are one line of the name, however long it is', () => {
    const name = nameLine('A very long name of a publication '.repeat(5), 400, font);
    expect(linesOf(name, 0)).toHaveLength(1);
    expect(name.at(-1)?.word.text).toMatch(/…$/);
    expect(name[0]?.letters.size).toBe(26);
  });
});

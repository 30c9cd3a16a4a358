import type { Colour } from './colours';
import type { ShareFont } from './fonts';
import { gapOf, type Letters, type Line, type Word, widthOf } from './lines';

/** Lines of one look, one below the other. Lengths are in pixels. */
export interface Block {
  readonly lines: readonly Line[];
  readonly letters: Letters;
  readonly colour: Colour;
  /** From one line to the next. */
  readonly lineHeight: number;
  /** Left free above the first line and below the last, where there are lines. */
  readonly margins: readonly [above: number, below: number];
}

/** A word at its place, in pixels from the upper left of its column. */
export interface PlacedWord {
  readonly word: Word;
  readonly letters: Letters;
  readonly colour: Colour;
  readonly x: number;
  /** Of the line that its letters stand on. */
  readonly y: number;
}

interface Stack {
  readonly words: readonly PlacedWord[];
  /** Pixels, with the margins. */
  readonly height: number;
}

/** Blocks one below the other. */
export function stacked(font: ShareFont, blocks: readonly Block[]): Stack {
  const words: PlacedWord[] = [];
  let height = 0;
  for (const { lines, letters, colour, lineHeight, margins } of blocks) {
    if (lines.length === 0) continue;
    const [above, below] = margins;
    height += above;
    for (const line of lines) {
      // What a line is higher than its letters is shared between above and below, as in CSS.
      const free = lineHeight - (font.ascent + font.descent) * letters.size;
      const y = Math.floor(height + free / 2 + font.ascent * letters.size);
      let x = 0;
      for (const [index, word] of line.entries()) {
        if (index > 0) x += gapOf(word, { font, letters });
        words.push({ word, letters, colour, x, y });
        x += widthOf(word, letters);
      }
      height += lineHeight;
    }
    height += below;
  }
  return { words, height };
}

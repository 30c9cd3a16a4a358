import type { Shaped, ShareFont } from './fonts';

/** How letters are set, in pixels. */
export interface Letters {
  readonly size: number;
  /** Added after each letter. */
  readonly tracking: number;
}

/** What lines are made with. */
export interface Setting {
  readonly font: ShareFont;
  readonly letters: Letters;
  /** Of the longest line, in pixels. */
  readonly width: number;
}

/** What is not broken unless it is wider than a line. */
export interface Word extends Shaped {
  readonly text: string;
  /** Whether it stands right after the one before it, with no space between. */
  readonly isJoined: boolean;
}

export type Line = readonly Word[];

/** A line may end here, within what spaces divide. */
const BREAK = /(?<=[\p{L}\p{N}][-‐–—])(?=\p{L})/u;

/** The words of a text; such as the font has no letter of are left out. */
export function wordsOf(text: string, font: ShareFont): Word[] {
  return text
    .split(' ')
    .flatMap((word) => word.split(BREAK).map((piece, index) => wordOf(font, piece, index > 0)))
    .filter(({ glyphs }) => glyphs.length > 0);
}

export function wordOf(font: ShareFont, text: string, isJoined: boolean): Word {
  return { text, isJoined, ...font.shape(text) };
}

/** Pixels. */
export function widthOf({ width, count }: Shaped, { size, tracking }: Letters): number {
  return width * size + count * tracking;
}

/** Pixels between a word and the one before it on its line. */
export function gapOf({ isJoined }: Word, { font, letters }: Omit<Setting, 'width'>): number {
  return isJoined ? 0 : font.space * letters.size + letters.tracking;
}

/** Whether each word has room on a line. */
export function isWhole(words: readonly Word[], { letters, width }: Setting): boolean {
  return words.every((word) => widthOf(word, letters) <= width);
}

/** As many words on each line as it has room for. */
export function wrapped(words: readonly Word[], setting: Setting): Line[] {
  const lines: Word[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const needed = widthOf(word, setting.letters);
    const reached = used + gapOf(word, setting) + needed;
    if (reached <= setting.width) {
      lines.at(-1)?.push(word);
      used = reached;
    } else {
      lines.push([word]);
      used = needed;
    }
  }
  return lines;
}

/** The same number of lines, the longest of them as short as can be. */
export function balanced(words: readonly Word[], setting: Setting): Line[] {
  let best = wrapped(words, setting);
  let [narrow, wide] = [0, setting.width];
  while (best.length > 1 && wide - narrow > 1) {
    const width = Math.floor((narrow + wide) / 2);
    const tried = wrapped(words, { ...setting, width });
    if (tried.length === best.length && isWhole(words, { ...setting, width })) {
      best = tried;
      wide = width;
    } else {
      narrow = width;
    }
  }
  return best;
}

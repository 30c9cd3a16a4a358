import { COLOURS, type Colour } from './colours';
import type { ShareFont } from './fonts';
import { balanced, isWhole, type Line, type Setting, type Word, wordsOf, wrapped } from './lines';
import type { ShareCard } from './shareCard';
import { broken, cut } from './shorten';
import { shown } from './shown';
import { type Block, type PlacedWord, stacked } from './stack';

/** Sizes of a headline in pixels, the largest first. */
const SIZES = [104, 84, 80, 68, 66, 58, 54, 50, 46, 40, 36, 32] as const;
const SMALLEST = 32;
/** Of what stands above and below it. */
const SMALL = 30;
/** Of the site's name, and of one that is long. */
const NAME_SIZES = { usual: 36, long: 26 } as const;
/** Pixels. */
export const NAME_HEIGHT = 48;
/** Lines of a headline that no size is small enough for, and of what stands below any. */
const MOST_LINES = 8;
const NOTE_LINES = 3;

/** Room for words, in pixels. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** The words of a card in the largest letters with which all of them have room. */
export function column(
  card: ShareCard,
  siteName: string,
  { width, height }: Room,
  font: ShareFont,
): readonly PlacedWord[] {
  const small = settingOf(SMALL, width, font);
  const kicker = cut(unbalanced(wordsOf(shown(card.kicker), font), small), 1, small);
  const note = unbalanced(wordsOf(shown(card.note), font), small);
  const stack = (headline: readonly Line[], setting: Setting, noteLines: number) =>
    stacked(font, [
      blockOf(kicker, small, COLOURS.accent, font.ascent + font.descent, [0, 18]),
      blockOf(headline, setting, COLOURS.ink, 1.12),
      blockOf(cut(note, noteLines, small), small, COLOURS.muted, 1.35, [24, 0]),
    ]);

  const words = titleOf(card, siteName, font);
  const largest = suitable(words, width > 800);
  const settings = SIZES.filter((size) => size <= largest).map((size) =>
    settingOf(size, width, font, -1),
  );
  // A word is broken only where letters of no size would keep it whole.
  const whole = settings.filter((setting) => isWhole(words, setting));
  for (const setting of whole.length > 0 ? whole : settings) {
    const headline = isWhole(words, setting)
      ? balanced(words, setting)
      : unbalanced(words, setting);
    const tried = stack(headline, setting, NOTE_LINES);
    if (tried.height <= height) return tried.words;
  }
  const smallest = settingOf(SMALLEST, width, font, -1);
  return stack(cut(unbalanced(words, smallest), MOST_LINES, smallest), smallest, 1).words;
}

/** The name of the site on one line, in smaller letters where it is long. */
export function nameLine(siteName: string, width: number, font: ShareFont): readonly PlacedWord[] {
  const words = wordsOf(shown(siteName), font);
  const usual = settingOf(NAME_SIZES.usual, width, font);
  const isLong = unbalanced(words, usual).length > 1;
  const setting = isLong ? settingOf(NAME_SIZES.long, width, font) : usual;
  const lines = cut(unbalanced(words, setting), 1, setting);
  const lineHeight = NAME_HEIGHT / setting.letters.size;
  return stacked(font, [blockOf(lines, setting, COLOURS.ink, lineHeight)]).words;
}

/** Without any letter that can be shown, the site's name stands for it. */
function titleOf({ title }: ShareCard, siteName: string, font: ShareFont): readonly Word[] {
  const words = wordsOf(shown(title), font);
  return words.length > 0 ? words : wordsOf(shown(siteName), font);
}

/** The size to begin with, in pixels, by a headline's length. */
function suitable(title: readonly Word[], isWide: boolean): number {
  const letters = title.reduce((sum, { count, isJoined }) => sum + count + (isJoined ? 0 : 1), -1);
  if (letters <= 24) return isWide ? 104 : 80;
  if (letters <= 45) return isWide ? 84 : 66;
  if (letters <= 80) return isWide ? 68 : 54;
  return letters <= 120 ? (isWide ? 58 : 46) : isWide ? 50 : 40;
}

function settingOf(size: number, width: number, font: ShareFont, tracking = 0): Setting {
  return { font, width, letters: { size, tracking } };
}

function unbalanced(words: readonly Word[], setting: Setting): Line[] {
  return wrapped(broken(words, setting), setting);
}

/** @param lineHeight as part of the letters' size */
function blockOf(
  lines: readonly Line[],
  { letters }: Setting,
  colour: Colour,
  lineHeight: number,
  margins: Block['margins'] = [0, 0],
): Block {
  return { lines, letters, colour, lineHeight: lineHeight * letters.size, margins };
}

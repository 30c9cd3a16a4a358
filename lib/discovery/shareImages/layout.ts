import { SHARE_FONT_FAMILY } from './fonts';
import type { ShareCard } from './shareCard';

/** An element as satori takes it: what React would make of JSX. */
export interface LayoutElement {
  readonly type: string;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children: string | readonly LayoutElement[];
  };
}

/** Colours of the site on paper (app/styles/tokens.css), which has no night where it is shared. */
export const COLOURS = {
  paper: '#faf7f0',
  ink: '#1c1a16',
  muted: '#615b4f',
  accent: '#0b6870',
} as const;

/** Signs that the font does not have in its Latin and Cyrillic parts. */
const UNKNOWN =
  /[^\u0020-\u024F\u02B0-\u02FF\u0400-\u052F\u1E00-\u1E9F\u2010-\u2044\u20A0-\u20C0\u2116\u2122\u2190-\u2193\u2212]/gu;

/** Sizes of a headline in pixels, the largest first. */
const SIZES = [104, 84, 80, 68, 66, 58, 54, 50, 46, 40, 36, 32] as const;
const SMALLEST = 32;
/** Width of most letters in this font, as part of its size. */
const LETTER = 0.58;
/** The same of the widest. */
const WIDE_LETTER = 1;
/** Pixels. */
export const NAME_HEIGHT = 48;
/** Lines of a headline that no size is small enough for, and of what stands below any. */
const MOST_LINES = 8;
const NOTE_LINES = 3;

/** How the words of a card are set. */
export interface Setting {
  /** Of the headline, in pixels. */
  readonly size: number;
  /** Lines after which it is cut; null where it is shown whole. */
  readonly lines: number | null;
  readonly noteLines: number;
  /** Whether a word may be too long for a line. */
  readonly breaksWords: boolean;
}

/**
 * Settings to try in turn, from the one that suits the headline's length down to the one that fits any.
 * @param width of the column, in pixels
 */
export function settings(title: string, width: number): Setting[] {
  const start = sizeOf(title.length, width > 800);
  const longest = Math.max(...title.split(/[\s-]/).map((word) => word.length));
  const smaller = SIZES.filter((size) => size <= start);
  // A word is broken only where letters of no size would keep it whole.
  const whole = smaller.filter((size) => longest * size * LETTER <= width);
  return [
    ...(whole.length > 0 ? whole : smaller).map((size) => {
      const breaksWords = longest * size * WIDE_LETTER > width;
      return { size, lines: null, noteLines: NOTE_LINES, breaksWords };
    }),
    { size: SMALLEST, lines: MOST_LINES, noteLines: 1, breaksWords: true },
  ];
}

function sizeOf(letters: number, isWide: boolean): number {
  if (letters <= 24) return isWide ? 104 : 80;
  if (letters <= 45) return isWide ? 84 : 66;
  if (letters <= 80) return isWide ? 68 : 54;
  return letters <= 120 ? (isWide ? 58 : 46) : isWide ? 50 : 40;
}

/** The words of a card in a column of a width, from the top. */
export function column(
  card: ShareCard,
  siteName: string,
  width: number,
  { size, lines, noteLines, breaksWords }: Setting,
): LayoutElement {
  const title = shown(card.title) || shown(siteName);
  const { accent, ink, muted } = COLOURS;
  return box({ flexDirection: 'column', width, fontFamily: SHARE_FONT_FAMILY }, [
    ...line(shown(card.kicker), { color: accent, fontSize: 30, marginBottom: 18, lineClamp: 1 }),
    ...line(title, {
      color: ink,
      fontSize: size,
      lineHeight: 1.12,
      letterSpacing: -1,
      // Evening lines out makes them too short for words that are nearly as long, and for what is cut.
      ...(lines === null && !breaksWords && { textWrap: 'balance', wordBreak: 'normal' }),
      ...(lines !== null && { lineClamp: lines }),
    }),
    ...line(shown(card.note), {
      color: muted,
      fontSize: 30,
      lineHeight: 1.35,
      marginTop: 24,
      lineClamp: noteLines,
    }),
  ]);
}

/** The name of the site on one line, in smaller letters where it is long. */
export function nameLine(siteName: string, width: number): LayoutElement {
  const name = shown(siteName);
  const fontSize = name.length * 36 * LETTER <= width ? 36 : 26;
  const style = { color: COLOURS.ink, fontSize, lineHeight: `${NAME_HEIGHT}px`, lineClamp: 1 };
  return box({ width, height: NAME_HEIGHT, fontFamily: SHARE_FONT_FAMILY }, line(name, style));
}

/** Text without the signs that would show as empty boxes, on one line of source. */
function shown(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(UNKNOWN, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function line(text: string, style: LayoutElement['props']['style']): LayoutElement[] {
  if (text === '') return [];
  const whole = { display: 'block', width: '100%', wordBreak: 'break-word', ...style };
  return [{ type: 'div', props: { style: whole, children: text } }];
}

function box(
  style: LayoutElement['props']['style'],
  children: readonly LayoutElement[],
): LayoutElement {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

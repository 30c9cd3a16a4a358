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

/** Pixels; smaller letters for longer headlines, so that each fills its place and none is cut. */
function sizeOf(title: string, width: number): number {
  const letters = title.length;
  const wide = width > 800;
  if (letters <= 24) return wide ? 104 : 80;
  if (letters <= 45) return wide ? 84 : 66;
  if (letters <= 80) return wide ? 68 : 54;
  return letters <= 120 ? (wide ? 58 : 46) : wide ? 50 : 40;
}

/** The words of a card in a column of a width, from the top. */
export function column(
  card: ShareCard,
  siteName: string,
  width: number,
  height: number,
): LayoutElement {
  const title = shown(card.title) || shown(siteName);
  return box({ flexDirection: 'column', width, height, fontFamily: SHARE_FONT_FAMILY }, [
    ...line(shown(card.kicker), { color: COLOURS.accent, fontSize: 30, marginBottom: 18 }, 1),
    ...line(
      title,
      {
        color: COLOURS.ink,
        fontSize: sizeOf(title, width),
        lineHeight: 1.12,
        letterSpacing: -1,
        textWrap: 'balance',
      },
      6,
    ),
    ...line(
      shown(card.note),
      { color: COLOURS.muted, fontSize: 30, lineHeight: 1.35, marginTop: 24 },
      3,
    ),
  ]);
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

function line(
  text: string,
  style: LayoutElement['props']['style'],
  lineClamp: number,
): LayoutElement[] {
  if (text === '') return [];
  return [
    { type: 'div', props: { style: { display: 'block', lineClamp, ...style }, children: text } },
  ];
}

function box(
  style: LayoutElement['props']['style'],
  children: readonly LayoutElement[],
): LayoutElement {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

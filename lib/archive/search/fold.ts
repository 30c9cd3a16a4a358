import { LETTERS } from './letters';

/** Signs that stand within words and are not said: apostrophes, joiners, soft hyphens. */
const SILENT = "'’‘‛ʻʼʹʽʾʿˈ`´′＇ꞌ\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";

/** A word as a reader sees it, in any script. */
const WORD = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${SILENT}]*`, 'gu');
const NOT_PLAIN = /[^a-z0-9 ]/gu;
const SPOKEN = /[\p{L}\p{N}]/u;
const UNSPOKEN = new RegExp(`[\\p{M}${SILENT}]`, 'u');

/**
 * Text as searches compare it: in small Latin letters without marks and apostrophes, so that
 * "Oʻzbekiston", "O'zbekiston" and "Ozbekiston" are one word, and "Ташкент" is "tashkent". Words stay
 * apart, and each stays one word; letters of other scripts stay as they are.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(NOT_PLAIN, folded);
}

const known = new Map<string, string>();
/** No text has as many signs; anybody can send some of them. */
const MOST_KNOWN = 10_000;

function folded(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const found = foldSign(sign);
  if (known.size < MOST_KNOWN) known.set(sign, found);
  return found;
}

function foldSign(sign: string): string {
  const letter = LETTERS.get(sign);
  if (letter !== undefined) return letter;
  if (UNSPOKEN.test(sign)) return '';
  if (!SPOKEN.test(sign)) return ' ';
  const parts = [...sign.normalize('NFKD').toLowerCase()];
  return parts.map((part) => LETTERS.get(part) ?? (SPOKEN.test(part) ? part : '')).join('');
}

/** Whether any of it is written in Cyrillic letters. */
export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** A word of a text, and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    return { text: word, start: index, end: index + word.length };
  });
}

/** The folded words of a text, in order; those that nothing is left of are not among them. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

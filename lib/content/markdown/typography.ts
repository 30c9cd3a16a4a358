import type { Nodes, Root } from 'mdast';
import { isBareAddress } from './bareAddress';
import { childrenOf, walk } from './tree';

interface Quotes {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** Whether a double mark within a quotation is written as the inner pair. */
  readonly nests: boolean;
}

const ENGLISH: Quotes = { outer: ['“', '”'], inner: ['‘', '’'], nests: false };
const CYRILLIC: Quotes = { outer: ['«', '»'], inner: ['„', '“'], nests: true };
const CYRILLIC_LANGUAGES = new Set([
  'ba',
  'be',
  'bg',
  'kk',
  'ky',
  'mk',
  'mn',
  'ru',
  'tg',
  'tt',
  'uk',
]);

const APOSTROPHE = '’';
const STRAIGHT = /["']/g;
const BOUNDARY = /[\s\p{Ps}\p{Pi}\p{Pd}/]/u;
const DECADE = /^\d\ds(?![\p{L}\p{N}])/u;
const SPACE = /\s/;
const LETTER = /\p{L}/u;

export type Typography = (text: string) => string;

/** Quotation marks of a language, or undefined where its typing is left as it is. */
function quotesOf(lang: string): Quotes | undefined {
  const [language = '', script] = lang.toLowerCase().split('-');
  if (language === 'en') return ENGLISH;
  if (script === 'latn' || script === 'arab') return undefined;
  return script === 'cyrl' || CYRILLIC_LANGUAGES.has(language) ? CYRILLIC : undefined;
}

/**
 * Typographic quotation marks, dashes and ellipses for a line of plain text in a language
 * (BCP 47 tag); undefined for languages whose typing is left as it is.
 */
export function typographyFor(lang: string): Typography | undefined {
  const quotes = quotesOf(lang);
  return quotes && ((line) => dashes(curl(line, quotes)));
}

/** Sets the typography of all running text of a tree; code stays as it is. */
export function setTypography(root: Root, lang: string): void {
  const quotes = quotesOf(lang);
  if (!quotes) return;
  walk(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      setBlock(node, quotes);
    }
  });
}

/** Quotation marks pair across emphasis and links, so a block's texts are read as one line. */
function setBlock(block: Nodes, quotes: Quotes): void {
  const texts = textsOf(block);
  const line = texts.map(({ value }) => value).join('');
  const curled = curl(line, quotes);
  let at = 0;
  for (const part of texts) {
    const { length } = part.value;
    part.value = dashes(curled.slice(at, at + length));
    at += length;
  }
}

function textsOf(node: Nodes): { value: string }[] {
  if (node.type === 'text') return [node];
  const children = childrenOf(node);
  // Code, amounts, pictures, footnote marks and bare addresses are like a letter to the marks beside them.
  if (children.length === 0 || (node.type === 'link' && isBareAddress(node)))
    return [{ value: 'x' }];
  return children.flatMap(textsOf);
}

function dashes(text: string): string {
  if (!text.includes('--') && !text.includes('...')) return text;
  return text.replace(/(?<!-)-{2,3}(?!-)/g, '—').replace(/(?<!\.)\.{3}(?!\.)/g, '…');
}

/** Replaces straight quotation marks one for one, so that the length stays. */
function curl(line: string, quotes: Quotes): string {
  if (!line.includes('"') && !line.includes("'")) return line;
  const closings: string[] = [];
  let singles = 0;
  let lastOpened = -2;
  return line.replace(STRAIGHT, (mark, at: number) => {
    const opens = opensQuote(line, at, lastOpened === at - 1);
    if (opens) lastOpened = at;
    if (mark === "'") {
      const closes = !opens && singles > 0 && !isInsideWord(line, at);
      singles += opens ? 1 : closes ? -1 : 0;
      return opens ? quotes.inner[0] : closes ? quotes.inner[1] : APOSTROPHE;
    }
    if (!opens) return closings.pop() ?? quotes.outer[1];
    const isInner = quotes.nests && closings.length > 0;
    const [opening, closing] = isInner ? quotes.inner : quotes.outer;
    closings.push(closing);
    return opening;
  });
}

function opensQuote(line: string, at: number, afterOpening: boolean): boolean {
  const previous = line[at - 1];
  const next = line[at + 1];
  if (next === undefined || SPACE.test(next)) return false;
  // The apostrophe of "the '90s" stands for what is left out.
  if (line[at] === "'" && DECADE.test(line.slice(at + 1, at + 5))) return false;
  return previous === undefined || afterOpening || BOUNDARY.test(previous);
}

function isInsideWord(line: string, at: number): boolean {
  return LETTER.test(line[at - 1] ?? '') && LETTER.test(line[at + 1] ?? '');
}

import { fold, type Word, wordsOf } from './fold';
import type { Forms } from './forms';

/** Text with the parts that match, in order: joined it is the original text. */
export type Marked = readonly { readonly text: string; readonly isMatch: boolean }[];

/** Tells of each word of a text, in order, which of the terms it belongs to; null for none. */
export type Matcher = (words: readonly Word[]) => (number | null)[];

/** Words of a phrase belong to it where they stand side by side. */
export function matcher(terms: readonly Forms[]): Matcher {
  const single = singleWords(terms);
  const phrases = terms.flatMap((form, term) => {
    return form.phrases.filter(({ length }) => length > 1).map((words) => ({ words, term }));
  });
  // Texts say the same words again and again.
  const known = new Map<string, string>();
  const foldOnce = (written: string): string => {
    const word = known.get(written) ?? fold(written);
    known.set(written, word);
    return word;
  };
  return (words) => {
    const folded = words.map(({ text }) => foldOnce(text));
    const found = folded.map(single);
    for (const { words: phrase, term } of phrases) {
      folded.forEach((word, index) => {
        if (word !== phrase[0]) return;
        const isHere = phrase.every((one, place) => folded[index + place] === one);
        if (isHere) found.fill(term, index, index + phrase.length);
      });
    }
    return found;
  };
}

/** Tells of a folded word which of the terms it belongs to by itself. */
function singleWords(terms: readonly Forms[]): (word: string) => number | null {
  const whole = new Map<string, number>();
  const prefixes: [prefix: string, term: number][] = [];
  terms.forEach(({ phrases, prefix }, term) => {
    for (const [word = '', ...others] of phrases) {
      if (others.length === 0 && !whole.has(word)) whole.set(word, term);
    }
    if (prefix !== null) prefixes.push([prefix, term]);
  });
  return (word) => {
    if (word === '') return null;
    return whole.get(word) ?? prefixes.find(([prefix]) => word.startsWith(prefix))?.[1] ?? null;
  };
}

/** Marks the words of a text that match. */
export function marked(text: string, matches: Matcher): Marked {
  const words = wordsOf(text);
  const terms = matches(words);
  return markedAt(
    text,
    words.filter((_, index) => terms[index] !== null),
    0,
    text.length,
  );
}

/** Words of one passage. */
const PASSAGE = 26;
/** Words before the first match in it, so that it is read in its sentence. */
const BEFORE = 6;

/**
 * The passages of a text in which most of what was looked for stands together, in their order.
 * @param count of passages at most
 */
export function passages(text: string, matches: Matcher, count: number): Marked[] {
  const words = wordsOf(text);
  const terms = matches(words);
  const hits = terms.flatMap((term, index) => (term === null ? [] : [{ index, term }]));
  const chosen: number[] = [];
  const candidates = hits
    .map(({ index }, position) => ({ index, worth: worthFrom(hits, position) }))
    .sort((a, b) => b.worth - a.worth || a.index - b.index);
  for (const { index } of candidates) {
    if (chosen.length === count) break;
    if (chosen.every((other) => Math.abs(other - index) >= PASSAGE)) chosen.push(index);
  }
  return chosen.sort((a, b) => a - b).map((index) => passageAt(text, words, index, terms));
}

interface Hit {
  readonly index: number;
  readonly term: number;
}

/** Different terms count most, then how often they come. */
function worthFrom(hits: readonly Hit[], position: number): number {
  const start = hits[position]?.index ?? 0;
  const terms = new Set<number>();
  let total = 0;
  for (let next = position; next < hits.length; next += 1) {
    const hit = hits[next];
    if (hit === undefined || hit.index >= start + PASSAGE - BEFORE) break;
    terms.add(hit.term);
    total += 1;
  }
  return terms.size * 100 + Math.min(total, 99);
}

function passageAt(
  text: string,
  words: readonly Word[],
  hit: number,
  terms: readonly (number | null)[],
): Marked {
  const first = Math.max(0, hit - BEFORE);
  const some = words.slice(first, first + PASSAGE);
  const last = some.at(-1);
  const start = first === 0 ? 0 : (some[0]?.start ?? 0);
  const isEnd = last === undefined || words.length <= first + PASSAGE;
  const end = isEnd ? text.length : last.end;
  const found = some.filter((_, place) => terms[first + place] !== null);
  const passage = markedAt(text, found, start, end).map(({ text: part, isMatch }) => {
    return { text: onOneLine(part), isMatch };
  });
  return [
    ...(start === 0 ? [] : [{ text: CUT_BEFORE, isMatch: false }]),
    ...passage,
    ...(isEnd ? [] : [{ text: CUT_AFTER, isMatch: false }]),
  ];
}

/** Where a passage leaves something out; no line begins or ends with dots alone. */
const CUT_BEFORE = '…\u00A0';
const CUT_AFTER = '\u00A0…';

/** What stands in paragraphs of their own, such as headings, stays apart, also from a word marked before. */
function onOneLine(text: string): string {
  return text.replace(/(?<=^|[\p{L}\p{N}])\s*\n\s*/gu, ' · ').replace(/\s+/g, ' ');
}

function markedAt(text: string, found: readonly Word[], start: number, end: number): Marked {
  const parts: { text: string; isMatch: boolean }[] = [];
  let from = start;
  for (const word of found) {
    if (word.start > from) parts.push({ text: text.slice(from, word.start), isMatch: false });
    parts.push({ text: text.slice(word.start, word.end), isMatch: true });
    from = word.end;
  }
  if (from < end) parts.push({ text: text.slice(from, end), isMatch: false });
  return parts;
}

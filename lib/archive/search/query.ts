import { LONGEST_SEARCH_TEXT } from '@/lib/site/searchRequest';
import { foldedWords, isCyrillic } from './fold';

/** One thing that a reader looks for. */
export interface Term {
  /** Folded; several where they have to stand side by side. */
  readonly words: readonly [string, ...string[]];
  /** Whether the last of the words may be the beginning of a longer one. */
  readonly isPrefix: boolean;
  /** Whether it was typed in Cyrillic letters. */
  readonly isCyrillic: boolean;
}

export interface SearchQuery {
  /** What was searched for in the end. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** What must not stand in the text. */
  readonly excluded: readonly Term[];
}

const MOST_TERMS = 12;

const QUOTES = '"“”„‟«»‹›＂';
/** Words in quotation marks, which may be missing at the end; else what stands between spaces and signs. */
const TOKEN = new RegExp(
  `(^|\\s)(-?)[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|([^\\s–—/:;|()[\\]{}]+)`,
  'gu',
);

/** Words that say nothing of what is looked for, where there are others. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by do does for from how in is it its of on or that the this to was were what ' +
    'when where which who why will with i v na o k s po za iz u kak chto dlya li'
  ).split(' '),
);

/**
 * Reads what a reader typed. Whatever that is, it becomes words and phrases: "words in quotation marks"
 * stand side by side, -word must not be there, and the last word may be the beginning of one.
 */
export function readQuery(given: string): SearchQuery {
  const text = readable(given);
  const terms: Term[] = [];
  const excluded: Term[] = [];
  const found = [...text.matchAll(TOKEN)];
  found.forEach(([, , quotedMinus, quoted, plain = ''], index) => {
    const isExcluded = quotedMinus === '-' || /^-[\p{L}\p{N}]/u.test(plain);
    const written = quoted ?? plain;
    const [first, ...rest] = foldedWords(written);
    if (first === undefined) return;
    const isPrefix = quoted === undefined && index === found.length - 1 && !isExcluded;
    const term = { words: [first, ...rest], isPrefix, isCyrillic: isCyrillic(written) } as const;
    (isExcluded ? excluded : terms).push(term);
  });
  return {
    text,
    terms: telling(terms).slice(0, MOST_TERMS),
    excluded: excluded.slice(0, MOST_TERMS),
  };
}

/** One line of characters that can be shown, of a bounded length. */
function readable(given: string): string {
  const start = given
    .slice(0, 4 * LONGEST_SEARCH_TEXT)
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...start].slice(0, LONGEST_SEARCH_TEXT).join('').trim();
}

function telling(terms: readonly Term[]): readonly Term[] {
  const rest = terms.filter(({ words, isPrefix }) => {
    return words.length > 1 || isPrefix || !SMALL_WORDS.has(words[0]);
  });
  return rest.length > 0 ? rest : terms;
}

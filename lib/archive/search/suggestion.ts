import { distance } from 'fastest-levenshtein';
import type { Database } from '../database';
import { fold, foldedWords, isCyrillic, wordsOf } from './fold';
import type { FormFinder } from './forms';
import type { SearchQuery } from './query';
import { soundOf } from './sound';

/** Shorter words are too near to too many others. */
const SHORTEST = 4;
/** From this length on, two slips are forgiven. */
const LONG = 7;
/** Candidates of which it is asked how often they come. */
const MOST_WEIGHED = 8;

/** A query with the words that were likely meant in place of others; joined it is that query. */
export type Correction = readonly {
  readonly text: string;
  /** Whether it is a guess: a folded word, where all else is as it was typed. */
  readonly isGuess: boolean;
}[];

/**
 * The query with words that the archive has, or people's names, in place of those that neither has; null
 * where every word is known, and where none is near.
 */
export function corrected(
  database: Database,
  { terms, text }: SearchQuery,
  finder: FormFinder,
): Correction | null {
  const wanted = new Set(terms.flatMap(({ words }) => words));
  const words = wordsOf(text);
  const mayBeBegun = terms.at(-1)?.isPrefix === true;
  const names = namesIn(database);
  const correction: { text: string; isGuess: boolean }[] = [];
  let from = 0;
  for (const [index, { text: written, start, end }] of words.entries()) {
    const word = fold(written);
    const isLast = mayBeBegun && index === words.length - 1;
    if (!wanted.has(word) || isKnown(database, word, isLast)) continue;
    if (names.has(word) || finder.isSpelt(word, isCyrillic(written))) continue;
    const better = nearest(database, word, names);
    if (better === null) return null;
    correction.push({ text: text.slice(from, start), isGuess: false });
    correction.push({ text: better, isGuess: true });
    from = end;
  }
  if (correction.length === 0) return null;
  return [...correction, { text: text.slice(from), isGuess: false }];
}

/** The words of people's names, which articles need not hold. */
function namesIn(database: Database): Set<string> {
  const people = database.query<{ name: string }>('SELECT name FROM author').all();
  return new Set(people.flatMap(({ name }) => foldedWords(name)));
}

function isKnown(database: Database, word: string, isBegun: boolean): boolean {
  const end = isBegun ? `${word}\u{10FFFF}` : word;
  return (
    database
      .query<object>('SELECT word FROM word WHERE word >= ? AND word <= ? LIMIT 1')
      .get(word, end) !== undefined
  );
}

interface Spoken {
  readonly word: string;
  readonly sound: string;
}

interface Candidate {
  readonly word: string;
  readonly slips: number;
}

/** The word that was most likely meant: fewest slips, then the most frequent one. */
function nearest(database: Database, word: string, names: ReadonlySet<string>): string | null {
  if (word.length < SHORTEST) return null;
  const allowed = word.length >= LONG ? 2 : 1;
  const sound = soundOf(word);
  const known = [...names].map((name) => ({ word: name, sound: soundOf(name) }));
  const candidates = [...similar(database, word, allowed), ...known]
    .map((one): Candidate => {
      // Names are misspelt by ear.
      return { word: one.word, slips: Math.min(slips(word, one.word), slips(sound, one.sound)) };
    })
    .filter(({ slips: count }) => count <= allowed)
    .sort((a, b) => a.slips - b.slips);
  const fewest = candidates[0]?.slips;
  const best = candidates
    .filter(({ slips: count }) => count === fewest)
    .slice(0, MOST_WEIGHED)
    .map(({ word: found }) => ({ found, articles: articlesWith(database, found) }))
    .sort((a, b) => b.articles - a.articles);
  return best[0]?.found ?? null;
}

/** Words of similar length that begin or end as this one: a slip is seldom in both places. */
function similar(database: Database, word: string, allowed: number): Spoken[] {
  const found = new Map<string, Spoken>();
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    const beginning = word.slice(0, 1);
    const alike = database
      .query<Spoken>(
        `SELECT word, sound FROM word WHERE length = ?1 AND word >= ?2 AND word < ?3
         UNION SELECT word, sound FROM word WHERE ending = ?4 AND length = ?1`,
      )
      .all(length, beginning, `${beginning}\u{10FFFF}`, word.slice(-2));
    for (const row of alike) found.set(row.word, row);
  }
  return [...found.values()];
}

/** Letters that are missing, too many or others; two in the wrong order count as one slip. */
function slips(written: string, meant: string): number {
  const plain = distance(written, meant);
  if (plain !== 2 || written.length !== meant.length) return plain;
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  const isSwapped = written[at] === meant[at + 1] && written[at + 1] === meant[at];
  return isSwapped ? 1 : plain;
}

function articlesWith(database: Database, word: string): number {
  const row = database
    .query<{ articles: number }>('SELECT articles FROM word WHERE word = ?')
    .get(word);
  return row?.articles ?? 0;
}

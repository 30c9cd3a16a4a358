import { distance } from 'fastest-levenshtein';
import type { Database } from '../database';
import type { SearchQuery, Term } from './query';

/** Shorter words are too near to too many others. */
const SHORTEST = 4;
/** From this length on, two slips are forgiven. */
const LONG = 7;
/** Candidates of which it is asked how often they come. */
const MOST_WEIGHED = 8;

/**
 * The query with words that the archive has in place of those that it does not have; null where
 * every word is known, and where none is near.
 */
export function corrected(database: Database, { terms, text }: SearchQuery): string | null {
  let correction = text;
  for (const term of terms) {
    if (isKnown(database, term)) continue;
    const [word] = term.words;
    const better = nearest(database, word);
    if (better === null) return null;
    correction = correction.replace(term.written, better);
  }
  return correction === text ? null : correction;
}

function isKnown(database: Database, { words, isPrefix }: Term): boolean {
  return words.every((word, index) => {
    const last = isPrefix && index === words.length - 1;
    const end = last ? `${word}\u{10FFFF}` : word;
    return (
      database
        .query<object>('SELECT word FROM word WHERE word >= ? AND word <= ? LIMIT 1')
        .get(word, end) !== undefined
    );
  });
}

interface Candidate {
  readonly word: string;
  readonly slips: number;
}

/** The word of the archive that was most likely meant: fewest slips, then the most frequent one. */
function nearest(database: Database, word: string): string | null {
  if (word.length < SHORTEST) return null;
  const allowed = word.length >= LONG ? 2 : 1;
  const candidates = similar(database, word, allowed)
    .map((candidate): Candidate => ({ word: candidate, slips: slips(word, candidate) }))
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
function similar(database: Database, word: string, allowed: number): string[] {
  const found = new Set<string>();
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    const beginning = word.slice(0, 1);
    const alike = database
      .query<{ word: string }>(
        `SELECT word FROM word WHERE length = ?1 AND word >= ?2 AND word < ?3
         UNION SELECT word FROM word WHERE ending = ?4 AND length = ?1`,
      )
      .all(length, beginning, `${beginning}\u{10FFFF}`, word.slice(-2));
    for (const row of alike) found.add(row.word);
  }
  return [...found];
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

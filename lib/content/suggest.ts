import { distance } from 'fastest-levenshtein';

/** Spellings further apart than this are different words rather than slips. */
const LARGEST_SLIP = 2;

/** The known word that a misspelt one most likely stands for. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let shortest = LARGEST_SLIP + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > LARGEST_SLIP) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < shortest && steps < candidate.length) {
      best = candidate;
      shortest = steps;
    }
  }
  return best;
}

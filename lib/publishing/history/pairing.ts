import { hasWords, tokensOf } from './words';

/** A paragraph of two versions that are compared word by word; null where there is no other. */
export type Pair =
  | { readonly before: string; readonly after: string }
  | { readonly before: string; readonly after: null }
  | { readonly before: null; readonly after: string };

/** Part of their words that two paragraphs share if one is the other, edited. */
const LEAST_LIKENESS = 0.4;
/** Pairs of paragraphs that are tried out; of longer rewritings every paragraph stands alone. */
const MOST_TRIALS = 2500;

/**
 * Says of paragraphs that were taken away and others that came in their place which are versions of
 * one paragraph. Both keep their order.
 */
export function pairParagraphs(before: readonly string[], after: readonly string[]): Pair[] {
  const isTooMuch = before.length * after.length > MOST_TRIALS;
  const bags = isTooMuch ? [] : before.map(wordsIn);
  const pairs: Pair[] = [];
  let next = 0;
  for (const text of after) {
    const found = isTooMuch ? null : mostAlike(wordsIn(text), bags, next);
    if (found === null) {
      pairs.push({ before: null, after: text });
      continue;
    }
    const [passed, partner = ''] = [before.slice(next, found), before[found]];
    pairs.push(...passed.map(gone), { before: partner, after: text });
    next = found + 1;
  }
  // What was replaced is read before what replaced it.
  const rest = before.slice(next).map(gone);
  const last = pairs.findLastIndex((pair) => pair.before !== null) + 1;
  return [...pairs.slice(0, last), ...rest, ...pairs.slice(last)];
}

function gone(text: string): Pair {
  return { before: text, after: null };
}

/** Index of the paragraph from `start` on that is most like the given one. */
function mostAlike(
  words: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  start: number,
): number | null {
  let best: number | null = null;
  let most = LEAST_LIKENESS;
  for (let index = start; index < others.length; index += 1) {
    const likeness = likenessOf(words, others[index] ?? new Set());
    if (likeness > most) {
      best = index;
      most = likeness;
    }
  }
  return best;
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text.toLowerCase()).filter(hasWords));
}

/** Dice's coefficient of two sets of words: 1 where they are the same, 0 where they share none. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

import { fold, isCyrillic, wordsOf } from './fold';
import type { Correction } from './suggestion';

/**
 * A correction with its guesses as texts write them, "Ташкент" rather than the folded "tashkent": in the
 * letters of what was typed if they do, and as they do most often. What no text has stays folded.
 * @param typed what is corrected
 */
export function asWritten(correction: Correction, typed: string, texts: readonly string[]): string {
  const guesses = new Set(correction.flatMap(({ text, isGuess }) => (isGuess ? [text] : [])));
  const writings = new Map<string, Map<string, number>>();
  for (const { text: written } of texts.flatMap(wordsOf)) {
    const word = fold(written);
    if (!guesses.has(word)) continue;
    const counts = writings.get(word) ?? new Map<string, number>();
    writings.set(word, counts.set(written, (counts.get(written) ?? 0) + 1));
  }
  const isTypedInCyrillic = isCyrillic(typed);
  const best = (word: string): string => {
    const known = [...(writings.get(word) ?? [])].sort(([a, countA], [b, countB]) => {
      const letters =
        Number(isCyrillic(b) === isTypedInCyrillic) - Number(isCyrillic(a) === isTypedInCyrillic);
      return letters || countB - countA || (a < b ? 1 : -1);
    });
    return known[0]?.[0] ?? word;
  };
  return correction.map(({ text, isGuess }) => (isGuess ? best(text) : text)).join('');
}

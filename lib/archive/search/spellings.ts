import type { Database } from '../database';
import { readSetting } from '../settings';
import { foldedWords } from './fold';
import { isOneWord } from './sound';

/** Words that have to stand side by side; a single one stands for itself. */
export type Phrase = readonly string[];

/** Shorter names begin too many other words. */
const SHORTEST_NAME = 5;
/** Letters that endings in the region's languages add to a name: Казахстанда, Toshkentdan, Ташкентский. */
const LONGEST_ENDING = 4;

/** The editors' list of spellings, as searches compare them. */
export class Spellings {
  readonly #groups = new Map<string, readonly Phrase[]>();
  readonly #names: readonly string[];

  constructor(database: Database) {
    for (const group of readSetting(database, 'spellings') ?? []) {
      const phrases = group.map(foldedWords).filter((words) => words.length > 0);
      for (const phrase of phrases) this.#groups.set(phrase.join(' '), phrases);
    }
    this.#names = [...this.#groups.keys()].filter((name) => !name.includes(' '));
  }

  /** All spellings of a name that is written so; none where the editors list no such name. */
  of(words: readonly string[]): readonly Phrase[] {
    return this.#groups.get(words.join(' ')) ?? [];
  }

  /** The same of one word that may carry an ending. */
  ofInflected(word: string, isCyrillic: boolean): readonly Phrase[] {
    const exact = this.of([word]);
    if (exact.length > 0) return exact;
    const name = this.#names.find((one) => {
      return isInflected(one, word) || (isCyrillic && isOneWord(one, word));
    });
    return name === undefined ? [] : this.of([name]);
  }
}

/** Whether a word is a name of the list with an ending. */
export function isInflected(name: string, word: string): boolean {
  return (
    name.length >= SHORTEST_NAME &&
    word.startsWith(name) &&
    word.length <= name.length + LONGEST_ENDING
  );
}

import type { Database } from '../database';
import { readSetting } from '../settings';
import { foldedWords } from './fold';
import type { Term } from './query';
import { stemOf } from './vocabulary';

/** Words that have to stand side by side; a single one stands for itself. */
export type Phrase = readonly string[];

/** What a term may look like in a text. */
export interface Forms {
  readonly phrases: readonly Phrase[];
  /** The beginning of a word that counts as one; null where only whole words do. */
  readonly prefix: string | null;
}

/** Forms of one word that are looked for; languages that inflect more are found by their beginnings. */
const MOST_FORMS = 12;
/** Terms that a name of several words is looked for in. */
const LONGEST_NAME = 6;
/** A single letter begins too many words to mean one. */
const SHORTEST_PREFIX = 2;

/** Finds the forms of terms: words of one stem, and spellings that the editors say are one. */
export class FormFinder {
  readonly #database: Database;
  readonly #spellings: ReadonlyMap<string, readonly Phrase[]>;

  constructor(database: Database) {
    this.#database = database;
    this.#spellings = spellingsOf(readSetting(database, 'spellings') ?? []);
  }

  /** The forms of each term; several that spell one name together are one. */
  ofAll(terms: readonly Term[]): Forms[] {
    const [first, ...rest] = terms;
    if (first === undefined) return [];
    for (let count = Math.min(LONGEST_NAME, terms.length); count > 1; count -= 1) {
      const words = terms.slice(0, count).flatMap((term) => term.words);
      const spelt = this.#spellings.get(words.join(' '));
      if (spelt) return [{ phrases: spelt, prefix: null }, ...this.ofAll(terms.slice(count))];
    }
    return [this.#of(first), ...this.ofAll(rest)];
  }

  #of({ words, isPrefix }: Term): Forms {
    const [first] = words;
    const isWord = words.length === 1;
    const spelt = this.#spellings.get(words.join(' ')) ?? [];
    const inflected = isWord ? this.#ofOneStem(first) : [];
    const phrases = unique([words, ...inflected.map((word) => [word]), ...spelt]);
    const prefix = isWord && isPrefix && first.length >= SHORTEST_PREFIX ? first : null;
    return { phrases, prefix };
  }

  #ofOneStem(word: string): string[] {
    return this.#database
      .query<{ word: string }>('SELECT word FROM word WHERE stem = ? LIMIT ?')
      .all(stemOf(word), MOST_FORMS)
      .map((row) => row.word);
  }
}

function spellingsOf(groups: readonly (readonly string[])[]): Map<string, readonly Phrase[]> {
  const spellings = new Map<string, readonly Phrase[]>();
  for (const group of groups) {
    const phrases = group.map(foldedWords).filter((words) => words.length > 0);
    for (const phrase of phrases) spellings.set(phrase.join(' '), phrases);
  }
  return spellings;
}

function unique(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()];
}

import type { Database } from '../database';
import type { Term } from './query';
import { isOneWord, soundOf, withoutEnding } from './sound';
import { isInflected, type Phrase, Spellings } from './spellings';
import { stemOf } from './vocabulary';

/** What a term may look like in a text. */
export interface Forms {
  readonly phrases: readonly Phrase[];
  /** The beginning of a word that counts as one; null where only whole words do. */
  readonly prefix: string | null;
  /** A word that may carry Russian endings; null where there is none. */
  readonly inflected: string | null;
}

/** Forms of one word that are looked for, for each reason why they are; the most frequent ones. */
const MOST_FORMS = 12;
/** Words with the same beginning that are compared by their endings. */
const MOST_COMPARED = 200;
/** Terms that a name of several words is looked for in. */
const LONGEST_NAME = 6;
/** A single letter begins too many words to mean one. */
const SHORTEST_PREFIX = 2;
/** Shorter words sound like too many others. */
const SHORTEST_SOUND = 4;

/** Finds the forms of terms: words of one stem, of one sound, and spellings that the editors say are one. */
export class FormFinder {
  readonly #database: Database;
  readonly #spellings: Spellings;

  constructor(database: Database) {
    this.#database = database;
    this.#spellings = new Spellings(database);
  }

  /** The forms of each term; several that spell one name together are one. */
  ofAll(terms: readonly Term[]): Forms[] {
    const [first, ...rest] = terms;
    if (first === undefined) return [];
    for (let count = Math.min(LONGEST_NAME, terms.length); count > 1; count -= 1) {
      const words = terms.slice(0, count).flatMap((term) => term.words);
      const spelt = this.#spellings.of(words);
      if (spelt.length > 0) {
        return [this.#ofName(spelt, null), ...this.ofAll(terms.slice(count))];
      }
    }
    return [this.#of(first), ...this.ofAll(rest)];
  }

  /** Whether the editors list a word, so that it is none that was misspelt. */
  isSpelt(word: string, isCyrillic: boolean): boolean {
    return this.#spellings.ofInflected(word, isCyrillic).length > 0;
  }

  #of(term: Term): Forms {
    const { words, isPrefix, isCyrillic } = term;
    const [first] = words;
    if (words.length > 1) {
      const spelt = this.#spellings.of(words);
      return spelt.length > 0
        ? this.#ofName([words, ...spelt], null)
        : { phrases: [words], prefix: null, inflected: null };
    }
    const prefix = isPrefix && first.length >= SHORTEST_PREFIX ? first : null;
    const spelt = this.#spellings.ofInflected(first, isCyrillic);
    if (spelt.length > 0) return this.#ofName([words, ...spelt], prefix);
    const alike = [...this.#ofOneStem(first), ...this.#ofOneSound(first)];
    if (isCyrillic) alike.push(...this.#withOtherEndings(first));
    const phrases = unique([words, ...alike.map((word) => [word])]);
    return { phrases, prefix, inflected: isCyrillic ? first : null };
  }

  /** A name in all its spellings, with the endings that texts give it. */
  #ofName(spelt: readonly Phrase[], prefix: string | null): Forms {
    const inflected = spelt.flatMap(([name = '', ...others]) => {
      if (others.length > 0) return [];
      return this.#beginningWith(name).filter((word) => isInflected(name, word));
    });
    const phrases = unique([...spelt, ...inflected.slice(0, MOST_FORMS).map((word) => [word])]);
    return { phrases, prefix, inflected: null };
  }

  #ofOneStem(word: string): string[] {
    return this.#words('stem = ?', [stemOf(word)], MOST_FORMS);
  }

  #ofOneSound(word: string): string[] {
    if (word.length < SHORTEST_SOUND) return [];
    return this.#words('sound = ?', [soundOf(word)], MOST_FORMS);
  }

  #withOtherEndings(word: string): string[] {
    return this.#beginningWith(withoutEnding(word))
      .filter((other) => isOneWord(word, other))
      .slice(0, MOST_FORMS);
  }

  #beginningWith(beginning: string): string[] {
    return this.#words(
      'word >= ? AND word < ?',
      [beginning, `${beginning}\u{10FFFF}`],
      MOST_COMPARED,
    );
  }

  #words(condition: string, values: readonly string[], limit: number): string[] {
    return this.#database
      .query<{ word: string }>(
        `SELECT word FROM word WHERE ${condition} ORDER BY articles DESC, word LIMIT ?`,
      )
      .all(...values, limit)
      .map((row) => row.word);
  }
}

function unique(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()];
}

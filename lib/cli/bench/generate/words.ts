import type { Random } from './random';

const ONSETS = ['b', 'd', 'g', 'k', 'l', 'm', 'n', 'r', 's', 't', 'v', 'y', 'z', 'br', 'tr', 'sh'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'a', 'e'];
const CODAS = ['', '', '', '', '', 'n', 'r', 'l', 'm', 's'];

const VOCABULARY = 1500;
const SHORT_WORDS = 60;

/** Draws between two words of a table in which each word stands as often as it is used. */
const TABLE = 1 << 15;

/**
 * An invented language: nothing in it can be mistaken for news. Its words follow Zipf's law, as
 * those of real languages do, or the text would compress unlike any article.
 */
export class Words {
  readonly #random: Random;
  readonly #table: readonly string[];

  constructor(random: Random) {
    this.#random = random;
    this.#table = frequencyTable(vocabulary(random));
  }

  word(): string {
    return this.#random.pick(this.#table);
  }

  /** Words with spaces between them, in lower case. */
  phrase(count: number): string {
    return Array.from({ length: count }, () => this.word()).join(' ');
  }

  /** Words that begin with a capital letter, without a full stop: a headline or a heading. */
  headline(count: number): string {
    return capitalised(this.phrase(count));
  }

  sentence(): string {
    const length = this.#random.between(9, 22);
    const words = Array.from({ length }, () => this.word());
    if (length > 13) words[this.#random.between(4, 8)] += ',';
    return `${capitalised(words.join(' '))}.`;
  }

  /** Sentences of about `length` words in all. */
  sentences(length: number): string {
    const made: string[] = [];
    for (let words = 0; words < length; words += countWords(made.at(-1) ?? '')) {
      made.push(this.sentence());
    }
    return made.join(' ');
  }
}

/** Words and numbers; marks of Markdown that stand alone are none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /\w/.test(part)).length;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function vocabulary(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const syllables = words.size < SHORT_WORDS ? 1 : random.between(2, 3);
    words.add(Array.from({ length: syllables }, () => syllable(random)).join(''));
  }
  return [...words];
}

function syllable(random: Random): string {
  return random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
}

/**
 * Zipf's law in Mandelbrot's form: a word's share falls with its rank. The exponent is chosen for
 * the weight of the text: a word is 5.3 bytes, 2.3 in Brotli; in English explainers 5.4 and 2.0.
 */
function frequencyTable(words: readonly string[]): string[] {
  const weights = words.map((_, rank) => 1 / (rank + 2.7) ** 1.2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return words.flatMap((word, rank) => {
    const share = (weights[rank] ?? 0) / total;
    return Array.from({ length: Math.max(1, Math.round(share * TABLE)) }, () => word);
  });
}

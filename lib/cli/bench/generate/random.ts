/**
 * A stream of random numbers that is the same for the same seed, so that two runs measure the
 * same publication (xorshift, Marsaglia 2003, its output multiplied to even out the low bits).
 */
export class Random {
  #state: number;

  /** @param seed a whole number other than 0 */
  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (Math.imul(this.#state, 0x9e3779b1) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError for an empty list */
  pick<Item>(list: readonly Item[]): Item {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  }

  /**
   * Some items of a list, each once, in any order; all of them where there are no more.
   * @param list without repeated items
   */
  sample<Item>(list: readonly Item[], count: number): Item[] {
    const chosen = new Set<Item>();
    const wanted = Math.min(count, list.length);
    while (chosen.size < wanted) chosen.add(this.pick(list));
    return [...chosen];
  }
}

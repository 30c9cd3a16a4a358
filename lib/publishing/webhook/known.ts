/** Remembers the last deliveries by their keys, so that one that is sent again is known. */
export class KnownDeliveries {
  readonly #keys = new Set<string>();
  readonly #limit: number;

  constructor(limit = 1_000) {
    this.#limit = limit;
  }

  has(key: string | null): boolean {
    return key !== null && this.#keys.has(key);
  }

  add(key: string | null): void {
    if (key === null) return;
    this.#keys.add(key);
    if (this.#keys.size <= this.#limit) return;
    // A set keeps its members in the order they came in.
    for (const oldest of this.#keys) {
      this.#keys.delete(oldest);
      return;
    }
  }
}

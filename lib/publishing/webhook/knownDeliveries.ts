/** As many as a busy newsroom sends in days. */
const MOST = 1_000;

/** The deliveries that were accepted last, so that one that is sent again starts nothing. */
export class KnownDeliveries {
  readonly #names = new Set<string>();

  /** @returns whether the delivery was known already */
  meet(name: string): boolean {
    if (this.#names.has(name)) return true;
    this.#names.add(name);
    for (const oldest of this.#names) {
      if (this.#names.size <= MOST) break;
      this.#names.delete(oldest);
    }
    return false;
  }

  /** Forgets a delivery whose work failed, so that it may be sent again. */
  forgetAll(): void {
    this.#names.clear();
  }
}

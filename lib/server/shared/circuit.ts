/** Asks that fail one after another until nobody asks any more. */
const PATIENCE = 3;
/** Beats that come back one after another until all ask again. */
const TRUST = 2;

interface CircuitOptions {
  readonly onOpen: (reason: string) => void;
  readonly onClose: () => void;
}

/**
 * Whether a server is asked at all: one that fails or is slow is left alone, so that it costs a few
 * readers a moment and the others nothing, until its beats come back in time again.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  #isClosed = false;
  #failures = 0;
  #beats = 0;

  /** Begins open: nothing is asked of a server that has not been heard yet. */
  constructor(options: CircuitOptions) {
    this.#options = options;
  }

  /** Whether the server may be asked. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** What came of an ask, or why it came to nothing. */
  asked(failure: string | null): void {
    this.#failures = failure === null ? 0 : this.#failures + 1;
    if (failure !== null && this.#failures >= PATIENCE) this.open(failure);
  }

  /** What came of a beat, which is sent whether or not the server is asked. */
  beat(failure: string | null): void {
    if (failure !== null) {
      this.#beats = 0;
      this.asked(failure);
      return;
    }
    this.#beats += 1;
    if (this.#isClosed || this.#beats < TRUST) return;
    this.#isClosed = true;
    this.#failures = 0;
    this.#options.onClose();
  }

  /** The connection is gone: there is no need to try. */
  open(reason: string): void {
    this.#beats = 0;
    if (!this.#isClosed) return;
    this.#isClosed = false;
    this.#options.onOpen(reason);
  }
}

interface ReadinessOptions {
  /** Whether a rendering thread is up. */
  readonly canRender: () => boolean;
  /** Whether the archive holds a publication. @throws where it cannot be read */
  readonly isFilled: () => boolean;
}

/**
 * Whether this process may be sent readers. One that is alive may not be ready: while it starts,
 * while it stops, and while what it makes pages of is broken.
 */
export class Readiness {
  readonly #options: ReadinessOptions;
  #phase: 'starting' | 'serving' | 'stopping' = 'starting';

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  serve(): void {
    if (this.#phase === 'starting') this.#phase = 'serving';
  }

  stop(): void {
    this.#phase = 'stopping';
  }

  /** Why it may not; none where it may. */
  get reasons(): readonly string[] {
    const reasons: string[] = [];
    if (this.#phase !== 'serving') reasons.push(`The server is ${this.#phase}.`);
    if (!this.#options.canRender()) reasons.push('No rendering thread is up.');
    const archive = this.#archiveTrouble();
    return archive === null ? reasons : [...reasons, archive];
  }

  #archiveTrouble(): string | null {
    try {
      return this.#options.isFilled() ? null : 'The archive holds no publication.';
    } catch {
      // Why is in the log, by whoever needed it for a page; balancers have no use for it.
      return 'The archive cannot be read.';
    }
  }
}

import { changesOfTime, nextMoment } from '@/lib/archive/queries/schedule';
import type { PublicChanges } from '@/lib/archive/sync/footprint';
import type { Publication } from '@/lib/publishing/publication';

/** Milliseconds; looking is one comparison, so that no sleep and no set clock goes unnoticed. */
const LOOK = 250;

interface ClockWatchOptions {
  readonly publication: Publication;
  /** Told what readers see otherwise since time went on. */
  readonly onChange: (changes: PublicChanges) => void;
  /** Told where the archive cannot be read; what is due is looked for again. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Tells when something appears or ends by its date alone. */
export class ClockWatch {
  readonly #options: ClockWatchOptions;
  readonly #now: () => number;
  #seen: number;
  #next: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ClockWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#seen = this.#now();
  }

  /** The moment of the next change; null where none is known. */
  get next(): number | null {
    return this.#next;
  }

  start(): void {
    this.#attempt(() => this.#plan());
    this.#timer = setInterval(() => this.look(), LOOK);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /**
   * To be called when something was published: the next moment may be another.
   * @param since the moment that what was published was seen at
   */
  replan(since: number): void {
    this.#seen = Math.min(this.#seen, since);
    this.#attempt(() => this.#plan());
    this.look();
  }

  look(): void {
    this.#attempt(() => this.#look());
  }

  /** A fault here would otherwise end the process that serves. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #plan(): void {
    this.#next = nextMoment(this.#options.publication.database, this.#seen);
  }

  #look(): void {
    const now = this.#now();
    const isBack = now < this.#seen;
    if (!isBack && (this.#next === null || now < this.#next)) {
      this.#seen = now;
      return;
    }
    const changes = changesOfTime(this.#options.publication.database, this.#seen, now);
    this.#next = nextMoment(this.#options.publication.database, now);
    this.#seen = now;
    if (changes.shown.size > 0) this.#options.onChange(changes);
  }
}

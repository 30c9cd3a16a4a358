import type { ArchiveFile } from '@/lib/publishing/archiveFile';
import type { SitePath } from '@/lib/site/routes';
import { isDamage } from '@/lib/sqlite/connection';
import type { Answer, MakeAnswer, Wanted } from '../pages/answer';

/** Milliseconds between two looks whether the file is there: one question to the file system. */
const LOOK = 1_000;
/** Milliseconds for which a reader waits for an archive that is made anew. */
const PATIENCE = 10_000;
/** So often in so many milliseconds: what is damaged again at once lies on a disk that is. */
const MOST = 3;
const WHILE = 60_000;

interface ArchiveKeeperOptions {
  readonly archive: Pick<ArchiveFile, 'isThere'>;
  /** Whether something is being published, which may put another file there. */
  readonly isBusy: () => boolean;
  /** Has the archive made anew; never rejects, and says whether it came to that. */
  readonly restore: () => Promise<boolean>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
  readonly patience?: number;
}

/**
 * Has the archive made anew where it is found damaged or gone while the site is running. Readers get what is
 * kept; who needs what is not waits for the new archive.
 */
export class ArchiveKeeper {
  readonly #options: ArchiveKeeperOptions;
  readonly #now: () => number;
  #mending: Promise<boolean> | null = null;
  #attempts: readonly number[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ArchiveKeeperOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Looks after the file from now on. */
  start(): void {
    this.#timer = setInterval(() => {
      const { archive, isBusy } = this.#options;
      if (!isBusy() && !archive.isThere) this.mend();
    }, LOOK);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Has the archive made anew, once for all who ask; tells whether there is a new one. */
  mend(): Promise<boolean> {
    if (this.#mending !== null) return this.#mending;
    const now = this.#now();
    this.#attempts = this.#attempts.filter((at) => now - at < WHILE);
    if (this.#attempts.length >= MOST) return Promise.resolve(false);
    this.#attempts = [...this.#attempts, now];
    this.#mending = this.#options.restore().finally(() => {
      this.#mending = null;
    });
    return this.#mending;
  }

  /** The same for somebody who waits, and not for ever. */
  async mendSoon(): Promise<boolean> {
    const { patience = PATIENCE } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const isMended = await Promise.race([this.mend(), late]);
    clearTimeout(timer);
    return isMended;
  }

  /** Makes a page of the archive; where that is damaged, once more of the next one. */
  async making(make: MakeAnswer, path: SitePath, wanted: Wanted): Promise<Answer> {
    const answer = await make(path, wanted);
    if (answer.kind !== 'fault' || answer.cause !== 'archive') return answer;
    return (await this.mendSoon()) ? make(path, wanted) : answer;
  }

  /** Reads from the archive; where it is damaged, once more from the next one. */
  async reading<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isDamage(error) || !(await this.mendSoon())) throw error;
      return work();
    }
  }
}

import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import { log } from '@/lib/log/log';
import type { ServerState } from '@/lib/publishing/serverState';
import { loggedPath, type SitePath } from '@/lib/site/routes';
import type { Answer } from '../pages/answer';
import { RenderingThread, type RenderingThreadOptions } from './renderingThread';

/** One for each core, but no more than these: each has a heap of its own. */
const MOST_THREADS = 2;

/** Milliseconds. */
const PENALTY = 60_000;

interface Member {
  readonly thread: RenderingThread;
  underWay: number;
}

/** The threads that make pages, so that the pages of one edit need not wait for one another. */
export class RenderingPool {
  readonly #options: RenderingThreadOptions;
  /** Pages that would have one thread after the other end. */
  readonly #deadly = new LRUCache<SitePath, true>({ max: 1_000, ttl: PENALTY });
  readonly #members: [Member, ...Member[]];

  private constructor(options: RenderingThreadOptions, first: RenderingThread) {
    this.#options = options;
    this.#members = [{ thread: first, underWay: 0 }];
  }

  /**
   * Starts one thread, which is enough to serve.
   * @throws Error where it ends before it is ready
   */
  static async start(options: RenderingThreadOptions): Promise<RenderingPool> {
    return new RenderingPool(options, await RenderingThread.start(options));
  }

  /** Starts the others. One that does not come up has said why; the site goes on without it. */
  async grow(size = Math.min(MOST_THREADS, availableParallelism())): Promise<void> {
    while (this.#members.length < size) {
      const thread = await RenderingThread.start(this.#options).catch(() => null);
      if (thread === null) return;
      // What was published while it came up.
      thread.announce();
      this.#members.push({ thread, underWay: 0 });
    }
  }

  /**
   * Has the thread that is least busy make a page, and another where that one ends before it is done: another page
   * may have been to blame. Never rejects.
   * @param state of the process, for the page that shows it
   */
  async make(path: SitePath, state?: ServerState): Promise<Answer> {
    if (this.#deadly.has(path)) return { kind: 'fault' };
    const answer = await this.#makeOnce(path, state);
    if (!isLost(answer)) return answer;
    const second = await this.#makeOnce(path, state);
    if (isLost(second)) {
      log.error(`GET ${loggedPath(path)}: two threads ended over it; it is not made for a while.`);
      this.#deadly.set(path, true);
    }
    return second;
  }

  async #makeOnce(path: SitePath, state?: ServerState): Promise<Answer> {
    const [first, ...others] = this.#members;
    const idlest = others.reduce((one, other) => (load(other) < load(one) ? other : one), first);
    idlest.underWay += 1;
    const answer = await idlest.thread.make(path, state);
    idlest.underWay -= 1;
    return answer;
  }

  /** Whether any thread can make pages now. */
  get isOpen(): boolean {
    return this.#members.some(({ thread }) => thread.isOpen);
  }

  /** Has all take over what was published, before the pages that are ordered from now on. */
  announce(): void {
    for (const { thread } of this.#members) thread.announce();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#members.map(({ thread }) => thread.stop()));
  }
}

function load({ thread, underWay }: Member): number {
  return thread.isOpen ? underWay : Number.POSITIVE_INFINITY;
}

function isLost(answer: Answer): boolean {
  return answer.kind === 'fault' && answer.cause === 'lost';
}

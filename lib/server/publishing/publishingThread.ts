import type { Environment } from '@/lib/site/environment';
import { WorkThread } from '../threads/workThread';
import type { Outcome, PublishingOrder, PublishingSetup } from './worker';

/** Milliseconds for one run; the first may fetch and read years. */
const PATIENCE = 30 * 60_000;

interface PublishingThreadOptions {
  /** Bundled program that runs `publishOrders` when it is started as a thread. */
  readonly program: string;
  readonly environment: Environment;
}

/** The thread that gets and reads new content, so that readers never wait for it. */
export class PublishingThread {
  readonly #thread: WorkThread<PublishingOrder, Outcome>;

  private constructor(thread: WorkThread<PublishingOrder, Outcome>) {
    this.#thread = thread;
  }

  /** @throws Error where the thread ends before it is ready */
  static async start({ program, environment }: PublishingThreadOptions): Promise<PublishingThread> {
    const setup: PublishingSetup = { work: 'publishing', environment };
    const thread = await WorkThread.start<PublishingOrder, Outcome>({
      name: 'publishing',
      program,
      setup,
      patience: PATIENCE,
      describe: (order) => order,
      lost: () => ({ ok: false, reason: 'The publishing thread ended before it was done.' }),
    });
    return new PublishingThread(thread);
  }

  /** Never rejects. */
  publish(): Promise<Outcome> {
    return this.#thread.ask('publish');
  }

  /** Has what is needed no more deleted, when nothing else is to be done. */
  tidy(): void {
    this.#thread.tell('tidy');
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

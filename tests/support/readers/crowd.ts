import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { bundled } from '../bundled';
import type { CrowdOptions, CrowdOrder, CrowdWord, Seen } from './seen';

let program: string | undefined;

/** Readers in a thread of their own, whom nothing that a test does keeps waiting. */
export class Crowd {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /**
   * Reads everything once, to know what it has to be, and goes on reading until it is stopped.
   * @throws Error where something is not to be had from the start
   */
  static async start(options: CrowdOptions): Promise<Crowd> {
    program ??= bundled('tests/support/readers/program.ts');
    const worker = new Worker(program, { workerData: options });
    onTestFinished(async () => {
      await worker.terminate();
    });
    const crowd = new Crowd(worker);
    const word = await crowd.#next();
    if (word.kind === 'broken') throw new Error(`The readers cannot begin: ${word.reason}`);
    return crowd;
  }

  look(): Promise<Seen> {
    return this.#ask('look');
  }

  /** Lets each finish what it reads. */
  stop(): Promise<Seen> {
    return this.#ask('stop');
  }

  async #ask(order: CrowdOrder): Promise<Seen> {
    const answer = this.#next();
    this.#worker.postMessage(order);
    const word = await answer;
    if (word.kind !== 'seen') throw new Error('The readers ended before they were asked');
    return word.seen;
  }

  #next(): Promise<CrowdWord> {
    return new Promise((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
    });
  }
}

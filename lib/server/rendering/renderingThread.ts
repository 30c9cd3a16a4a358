import { Worker } from 'node:worker_threads';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../pages/answer';
import type { Delivery, Order, RenderingSetup } from './worker';

/** Milliseconds before a thread that ended is started again; it may end again at once. */
const PAUSE = 1_000;

interface RenderingThreadOptions {
  /** Bundled program that runs `renderOrders` when it is started as a thread. */
  readonly program: string;
  readonly setup: RenderingSetup;
}

/**
 * The thread that makes pages. Cached ones are served beside it without waiting for it, and when
 * it ends by a fault (memory, a loop that is cut off) only the pages under way are lost.
 */
export class RenderingThread {
  readonly #options: RenderingThreadOptions;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #worker: Worker;
  #ready: Promise<void>;
  #orders = 0;

  private constructor(options: RenderingThreadOptions) {
    this.#options = options;
    [this.#worker, this.#ready] = this.#start();
  }

  /** @throws Error where the thread ends before it is ready */
  static async start(options: RenderingThreadOptions): Promise<RenderingThread> {
    const thread = new RenderingThread(options);
    await thread.#ready;
    return thread;
  }

  /** Never rejects: what a thread that ended was to make is a fault. */
  async make(path: SitePath): Promise<Answer> {
    try {
      await this.#ready;
    } catch {
      // It has said why, and is started again.
      return { kind: 'fault' };
    }
    return new Promise((resolve) => {
      const order: Order = { id: ++this.#orders, path };
      this.#waiting.set(order.id, resolve);
      this.#worker.postMessage(order);
    });
  }

  #start(): [Worker, Promise<void>] {
    const { program, setup } = this.#options;
    const worker = new Worker(program, { workerData: setup });
    const ready = new Promise<void>((resolve, reject) => {
      worker.on('message', (delivery: Delivery) => {
        if ('ready' in delivery) resolve();
        else this.#take(delivery.id, delivery.answer);
      });
      worker.on('error', (error) => {
        console.error('The rendering thread ended by a fault:', error);
        reject(error);
      });
      worker.once('exit', (code) => {
        reject(new Error(`The rendering thread ended with exit code ${code}`));
        this.#restart();
      });
    });
    return [worker, ready];
  }

  #take(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(withBuffers(answer));
    this.#waiting.delete(id);
  }

  #restart(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id, { kind: 'fault' });
    this.#ready = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        const [worker, ready] = this.#start();
        this.#worker = worker;
        ready.then(resolve, reject);
      }, PAUSE);
    });
    // Those who wait for a page hear of it; here it only must not end the process.
    this.#ready.catch(() => undefined);
  }
}

/** Between threads, a Buffer becomes a plain array of bytes; connections write Buffers faster. */
function withBuffers(answer: Answer): Answer {
  if (answer.kind !== 'page') return answer;
  const { page } = answer;
  return { kind: 'page', page: { ...page, brotli: buffer(page.brotli), gzip: buffer(page.gzip) } };
}

function buffer({ buffer: memory, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(memory, byteOffset, byteLength);
}

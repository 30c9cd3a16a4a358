import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../pages/answer';
import type { Delivery, Order, RenderingSetup } from './worker';

/** Milliseconds before a thread that ended is started again; it may end again at once. */
const PAUSE = 1_000;
/** Milliseconds for one page; a thread that takes longer is caught in something endless. */
const PATIENCE = 30_000;

interface RenderingThreadOptions {
  /** Bundled program that runs `renderOrders` when it is started as a thread. */
  readonly program: string;
  readonly setup: RenderingSetup;
  readonly patience?: number;
}

/** A page under way. */
interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly watchdog: NodeJS.Timeout;
}

/**
 * The thread that makes pages. Cached ones are served beside it without waiting for it, and when
 * it ends by a fault only the pages under way are lost.
 */
export class RenderingThread {
  readonly #options: RenderingThreadOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Promise<Worker>;
  #orders = 0;
  #isStopping = false;

  private constructor(options: RenderingThreadOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** @throws Error where the thread ends before it is ready */
  static async start(options: RenderingThreadOptions): Promise<RenderingThread> {
    const thread = new RenderingThread(options);
    await thread.#worker.catch((error: unknown) => {
      thread.#isStopping = true;
      throw error;
    });
    return thread;
  }

  /** Never rejects: what a thread that ended was to make is a fault. */
  async make(path: SitePath): Promise<Answer> {
    const worker = await this.#worker.catch(() => null);
    // A thread that did not come up has said why.
    if (worker === null) return { kind: 'fault' };
    return new Promise((resolve) => {
      const order: Order = { id: ++this.#orders, path };
      const watchdog = setTimeout(() => {
        console.error(`GET ${path}: not made in time; the rendering thread is cut off.`);
        worker.terminate();
      }, this.#options.patience ?? PATIENCE);
      this.#waiting.set(order.id, { resolve, watchdog });
      worker.postMessage(order);
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const worker = await this.#worker.catch(() => null);
    await worker?.terminate();
  }

  #start(): Promise<Worker> {
    const { program, setup } = this.#options;
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: setup });
      worker.on('message', (delivery: Delivery) => {
        if ('ready' in delivery) resolve(worker);
        else this.#take(delivery.id, delivery.answer);
      });
      worker.once('error', (error) => {
        console.error('The rendering thread ended by a fault:', error);
        reject(error);
      });
      worker.once('exit', (code) => {
        if (this.#isStopping) return;
        const ending = new Error(`The rendering thread ended with exit code ${code}`);
        console.error(ending.message);
        reject(ending);
        this.#restart();
      });
    });
  }

  #take(id: number, answer: Answer): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.watchdog);
    waiting.resolve(withBuffers(answer));
  }

  /** What the ended thread was to make is lost; what is ordered from now on waits for the next. */
  #restart(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id, { kind: 'fault' });
    this.#worker = sleep(PAUSE).then(() => this.#start());
    // Whoever orders a page hears of it; here it must only not end the process.
    this.#worker.catch(() => undefined);
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

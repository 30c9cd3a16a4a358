import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Milliseconds before a thread that ended is started again; it may end again at once. */
const PAUSE = 1_000;

export interface WorkThreadOptions<Order, Result> {
  /** What the thread is for, in the log: "rendering". */
  readonly name: string;
  /** Bundled program that does the work when it is started as a thread. */
  readonly program: string;
  readonly setup: unknown;
  /** Milliseconds for one order; a thread that takes longer is caught in something endless. */
  readonly patience: number;
  /** What an order is called in the log. */
  readonly describe: (order: Order) => string;
  /** The result of an order that the thread did not come to. */
  readonly lost: () => Result;
}

/** An order on its way to a thread; without a number, nobody waits for a result. */
export interface Parcel<Order> {
  readonly id: number | null;
  readonly order: Order;
}

export type Delivery<Result> =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Result };

/** An order under way. */
interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly watchdog: NodeJS.Timeout;
}

/**
 * A thread that works off orders beside the one that serves. When it ends by a fault, only the
 * orders under way are lost, and it is started again.
 */
export class WorkThread<Order, Result> {
  readonly #options: WorkThreadOptions<Order, Result>;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #worker: Promise<Worker>;
  #orders = 0;
  #isStopping = false;

  private constructor(options: WorkThreadOptions<Order, Result>) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** @throws Error where the thread ends before it is ready */
  static async start<Order, Result>(
    options: WorkThreadOptions<Order, Result>,
  ): Promise<WorkThread<Order, Result>> {
    const thread = new WorkThread(options);
    await thread.#worker.catch((error: unknown) => {
      thread.#isStopping = true;
      throw error;
    });
    return thread;
  }

  /** Never rejects: what a thread that ended was to do is lost. */
  async ask(order: Order): Promise<Result> {
    const { patience, describe, lost, name } = this.#options;
    const worker = await this.#worker.catch(() => null);
    // A thread that did not come up has said why.
    if (worker === null) return lost();
    return new Promise((resolve) => {
      const id = ++this.#orders;
      const watchdog = setTimeout(() => {
        console.error(`${describe(order)}: not done in time; the ${name} thread is cut off.`);
        worker.terminate();
      }, patience);
      this.#waiting.set(id, { resolve, watchdog });
      worker.postMessage({ id, order } satisfies Parcel<Order>);
    });
  }

  /** Has the thread do something whose end nobody waits for. */
  tell(order: Order): void {
    this.#worker.then(
      (worker) => worker.postMessage({ id: null, order } satisfies Parcel<Order>),
      // One that did not come up has said why; the next begins with all that there is to know.
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const worker = await this.#worker.catch(() => null);
    await worker?.terminate();
  }

  #start(): Promise<Worker> {
    const { name, program, setup } = this.#options;
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: setup });
      worker.on('message', (delivery: Delivery<Result>) => {
        if ('ready' in delivery) resolve(worker);
        else this.#take(delivery.id, delivery.result);
      });
      worker.once('error', (error) => {
        console.error(`The ${name} thread ended by a fault:`, error);
        reject(error);
      });
      worker.once('exit', (code) => {
        if (this.#isStopping) return;
        const ending = new Error(`The ${name} thread ended with exit code ${code}`);
        console.error(ending.message);
        reject(ending);
        this.#restart();
      });
    });
  }

  #take(id: number, result: Result): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.watchdog);
    waiting.resolve(result);
  }

  /** What the ended thread was to do is lost; what is ordered from now on waits for the next. */
  #restart(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id, this.#options.lost());
    this.#worker = sleep(PAUSE).then(() => this.#start());
    // Whoever orders something hears of it; here it must only not end the process.
    this.#worker.catch(() => undefined);
  }
}

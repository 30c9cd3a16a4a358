import { setTimeout as sleep } from 'node:timers/promises';
import { type LogLine, log, relay } from '@/lib/log/log';
import { relayOutput } from '@/lib/log/relayOutput';
import type { OpenPremises, Premises } from './premises';

/** Milliseconds before one that ended is opened again; it may end again at once. */
const PAUSE = 1_000;
/** Milliseconds for which an order waits for it; what is lost then is no worse off than what waits for ever. */
const OPENING = 30_000;

export interface WorkshopOptions<Order, Result> {
  /** What it is called in the log: "rendering thread". */
  readonly name: string;
  readonly open: OpenPremises;
  /** Bundled program that does the work when it is started in the premises. */
  readonly program: string;
  readonly setup: unknown;
  /** Milliseconds for one order; what takes longer is caught in something endless. */
  readonly patience: number;
  /** What an order is called in the log. */
  readonly describe: (order: Order) => string;
  /** The result of an order that it did not come to. */
  readonly lost: () => Result;
}

/** An order on its way; without a number, nobody waits for a result. */
export interface Parcel<Order> {
  readonly id: number | null;
  readonly order: Order;
}

/** A line of the log, from within. */
export interface LogDelivery {
  readonly log: LogLine;
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
 * Works off orders beside the thread that serves. When it ends by a fault, only the orders under
 * way are lost, and it is opened again.
 */
export class Workshop<Order, Result> {
  readonly #options: WorkshopOptions<Order, Result>;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #premises: Promise<Premises>;
  #orders = 0;
  #isStopping = false;
  #isOpen = false;

  private constructor(options: WorkshopOptions<Order, Result>) {
    this.#options = options;
    this.#premises = this.#open();
  }

  /** @throws Error where it ends before it is ready */
  static async open<Order, Result>(
    options: WorkshopOptions<Order, Result>,
  ): Promise<Workshop<Order, Result>> {
    const workshop = new Workshop(options);
    await workshop.#premises.catch((error: unknown) => {
      workshop.#isStopping = true;
      throw error;
    });
    return workshop;
  }

  /** Never rejects: what one that ended was to do is lost. */
  async ask(order: Order): Promise<Result> {
    const { patience, describe, lost, name } = this.#options;
    const premises = await this.#soonOpen();
    // What did not come up has said why.
    if (premises === null) return lost();
    return new Promise((resolve) => {
      const id = ++this.#orders;
      const watchdog = setTimeout(() => {
        log.error(`${describe(order)}: not done in time; the ${name} is cut off.`);
        premises.close();
      }, patience);
      this.#waiting.set(id, { resolve, watchdog });
      premises.send({ id, order } satisfies Parcel<Order>);
    });
  }

  /** Whether it takes orders at once. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The premises; null where they do not come up in time. */
  async #soonOpen(): Promise<Premises | null> {
    if (this.#isOpen) return this.#premises;
    const late = new AbortController();
    const premises = await Promise.race([
      this.#premises.catch(() => null),
      sleep(OPENING, null, { signal: late.signal, ref: false }).catch(() => null),
    ]);
    late.abort();
    return premises;
  }

  /** Has something done whose end nobody waits for. */
  tell(order: Order): void {
    this.#premises.then(
      (premises) => premises.send({ id: null, order } satisfies Parcel<Order>),
      // What did not come up has said why; the next begins with all that there is to know.
      () => undefined,
    );
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const premises = await this.#premises.catch(() => null);
    await premises?.close();
  }

  #open(): Promise<Premises> {
    const { name, open, program, setup } = this.#options;
    return new Promise((resolve, reject) => {
      const premises = open(program, setup, {
        onMessage: (message) => {
          const delivery = message as Delivery<Result> | LogDelivery;
          if ('log' in delivery) relay(delivery.log);
          else if ('ready' in delivery) {
            this.#isOpen = true;
            resolve(premises);
          } else this.#take(delivery.id, delivery.result);
        },
        onOutput: (output, level) => relayOutput(output, level, name),
        onFault: (error) => {
          log.error(`The ${name} ended by a fault`, { error });
          reject(error);
        },
        onEnd: (code) => {
          this.#isOpen = false;
          if (this.#isStopping) return;
          const ending = new Error(`The ${name} ended with exit code ${code}`);
          log.error(ending.message);
          reject(ending);
          this.#reopen();
        },
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

  /** What was to be done there is lost; what is ordered from now on waits for the next. */
  #reopen(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id, this.#options.lost());
    this.#premises = sleep(PAUSE).then(() => this.#open());
    // Whoever orders something hears of it; here it must only not end the process.
    this.#premises.catch(() => undefined);
  }
}

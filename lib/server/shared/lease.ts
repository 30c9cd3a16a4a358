import { randomUUID } from 'node:crypto';
import type { SharedStore } from './store';

/** Milliseconds that others wait for one that holds it and is not heard of any more. */
export const LEASE = 15_000;
const LIMIT = 1_000;

/** KEYS: the lease, the counter of its holders. ARGV: who, milliseconds. Gives the number of the holder, or 0. */
const ACQUIRE = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
local number = redis.call('INCR', KEYS[2])
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
return number`;
/** KEYS: the lease. ARGV: who, milliseconds. */
const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;
const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

interface LeaseOptions {
  readonly store: Pick<SharedStore, 'ask' | 'key'>;
  /** What it is for. */
  readonly name: string;
  /** Milliseconds since some moment, never set back. */
  readonly now?: () => number;
}

/**
 * A task that one instance has at a time. Whoever has it gets a number that is higher than those of all
 * before, so that what a holder of the past still writes can be told by it.
 */
export class Lease {
  readonly #store: LeaseOptions['store'];
  readonly #keys: readonly [lease: string, counter: string];
  readonly #now: () => number;
  readonly #self = randomUUID();
  #number: number | null = null;
  #until = 0;

  constructor({ store, name, now = () => performance.now() }: LeaseOptions) {
    this.#store = store;
    this.#keys = [store.key(name, 'lease'), store.key(name, 'holders')];
    this.#now = now;
  }

  /** The number of this instance as the holder; null where it is not. */
  get number(): number | null {
    return this.#now() < this.#until ? this.#number : null;
  }

  /** Renews the lease, or takes it where nobody has it; to be called several times within its time. */
  async hold(): Promise<void> {
    const begun = this.#now();
    if (this.#number !== null) {
      const renewed = await this.#eval(RENEW, String(LEASE));
      if (renewed === 1) this.#until = begun + LEASE;
      if (renewed !== 0) return;
      this.#number = null;
    }
    const number = await this.#eval(ACQUIRE, String(LEASE));
    if (number === null || number === 0) return;
    this.#number = number;
    this.#until = begun + LEASE;
  }

  async release(): Promise<void> {
    if (this.#number === null) return;
    this.#number = null;
    this.#until = 0;
    await this.#eval(RELEASE);
  }

  /** Null where the server is not heard. */
  async #eval(script: string, ...values: readonly string[]): Promise<number | null> {
    const reply = await this.#store.ask(
      (client) =>
        client.eval(script, { keys: [...this.#keys], arguments: [this.#self, ...values] }),
      LIMIT,
    );
    return reply.ok && typeof reply.value === 'number' ? reply.value : null;
  }
}

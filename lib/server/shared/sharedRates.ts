import { log } from '@/lib/log/log';
import { adopt, exported, exportedObservations } from '@/lib/rates/store/exchange';
import type { RateStore } from '@/lib/rates/store/rateStore';
import { LEASE, Lease } from './lease';
import type { SharedStore } from './store';

const CHANNEL = 'rates';
const NAME = 'rates';
/** Where the number of the last one who wrote stands among the rates. */
const WRITER = 'writer';
const LIMIT = 2_000;

/**
 * KEYS: the rates. ARGV: the number of the one who writes, then names and texts in turns. Refuses what comes
 * from one who has lost the lease to another meanwhile.
 */
const WRITE = `
if tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0') > tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
for at = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
return 1`;

interface SharedRatesOptions {
  readonly store: SharedStore;
  readonly rates: RateStore;
  /** Ids of those whom the rates are fetched from. */
  readonly providers: readonly string[];
}

interface Work {
  /** Has this instance fetch rates from now on. */
  readonly begin: () => void;
  /** Has it fetch none. */
  readonly end: () => void;
  /** Told when figures came from another instance. */
  readonly onTaken: () => void;
}

/**
 * Sees to it that one instance fetches the rates for all, and that each has what any has fetched. Without
 * the server for a while, each fetches for itself.
 */
export class SharedRates {
  readonly #options: SharedRatesOptions;
  readonly #lease: Lease;
  #ticking: NodeJS.Timeout | undefined;
  #isFetching = false;
  #heardAt = performance.now();

  constructor(options: SharedRatesOptions) {
    this.#options = options;
    this.#lease = new Lease({ store: options.store, name: NAME });
  }

  /** Whether this instance fetches the rates at present. */
  get isFetching(): boolean {
    return this.#isFetching;
  }

  start(work: Work): void {
    const { store } = this.#options;
    store.listen(CHANNEL, () => this.#take(work));
    store.onRecovery(async () => {
      await this.#contribute();
      await this.#take(work);
      await this.#tick(work);
    });
    this.#ticking = setInterval(() => this.#tick(work), LEASE / 3);
    this.#ticking.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#ticking);
    await this.#lease.release();
  }

  /** Gives the others what was fetched here. */
  async share(): Promise<void> {
    const { store, rates, providers } = this.#options;
    const { number } = this.#lease;
    if (number === null) return;
    const entries = [...exported(rates, providers)].flat();
    const written = await store.ask(
      (client) =>
        client.eval(WRITE, {
          keys: [store.key(NAME)],
          arguments: [WRITER, String(number), ...entries],
        }),
      LIMIT,
    );
    if (written.ok && written.value === 1) {
      await store.ask((client) => client.publish(store.key(CHANNEL), String(number)), LIMIT);
    }
  }

  async #tick({ begin, end }: Work): Promise<void> {
    const { store } = this.#options;
    await this.#lease.hold();
    if (store.isThere) this.#heardAt = performance.now();
    const isAlone = performance.now() - this.#heardAt >= LEASE;
    const isDue = this.#lease.number !== null || isAlone;
    if (isDue === this.#isFetching) return;
    this.#isFetching = isDue;
    if (isDue) begin();
    else end();
  }

  /** What this store alone has: figures of years that a bank may not give again. */
  async #contribute(): Promise<void> {
    const { store, rates } = this.#options;
    const own = [...exportedObservations(rates)];
    await store.ask(async (client) => {
      await Promise.all(own.map(([name, text]) => client.hSetNX(store.key(NAME), name, text)));
    }, LIMIT);
  }

  async #take({ onTaken }: Work): Promise<void> {
    const { store, rates } = this.#options;
    const reply = await store.ask((client) => client.hGetAll(store.key(NAME)), LIMIT);
    if (!reply.ok) return;
    const entries = Object.entries(reply.value).map(([name, text]): [string, string] => [
      name,
      text.toString(),
    ]);
    try {
      if (adopt(rates, new Map(entries.filter(([name]) => name !== WRITER)))) onTaken();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`Rates of another instance could not be stored (${reason}).`);
    }
  }
}

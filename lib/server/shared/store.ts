import type { CacheEnvironment } from '@/lib/site/environment/sharing';
import { Circuit } from './circuit';
import { type Client, clientMaker } from './client';
import { withinLimit } from './withinLimit';

/** Milliseconds that a reader may have to wait for what is shared; about what a page takes to make. */
const LIMIT = 40;
const BEAT = 1_000;
/** Beats that are missed until the connection is made anew: it may be dead without saying so. */
const DEAD = 5;
/** Milliseconds after a start until it is said that nobody answers. */
const WELCOME = 3_000;

/** What was asked for; `null` in an answer is an answer too. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

export interface SharedState {
  /** `away`: it is not asked, since it does not answer, or not in time. */
  readonly state: 'well' | 'away';
  /** Without name and password. */
  readonly server: string;
  /** Since when; ISO 8601. */
  readonly since: string;
  /** Why it is not asked; null while it is. */
  readonly reason: string | null;
}

type Listener = (message: string) => void;

interface SharedStoreOptions {
  readonly cache: CacheEnvironment;
  /** Keeps publications apart that share a server. */
  readonly namespace: string;
  /** Milliseconds between two questions whether the server is there. */
  readonly beat?: number;
}

/**
 * The Valkey or Redis server that instances share. Nothing depends on it: whatever is asked is
 * answered within a moment or not at all, and never by an error.
 */
export class SharedStore {
  readonly #options: SharedStoreOptions;
  readonly #make: () => Client;
  readonly #circuit: Circuit;
  readonly #listeners = new Map<string, Listener>();
  readonly #recovered: (() => void)[] = [];
  #client: Client;
  #beating: NodeJS.Timeout | undefined;
  #welcome: NodeJS.Timeout | undefined;
  #missed = 0;
  #since = Date.now();
  #reason: string | null = 'it has not answered yet';

  private constructor(options: SharedStoreOptions, make: () => Client) {
    this.#options = options;
    this.#make = make;
    this.#circuit = new Circuit({
      onOpen: (reason) => this.#leave(reason),
      onClose: () => this.#return(),
    });
    this.#client = this.#connect();
  }

  /** Makes ready what asks; nothing is asked before the start. */
  static async open(options: SharedStoreOptions): Promise<SharedStore> {
    return new SharedStore(options, await clientMaker(options.cache));
  }

  /** Goes on in the background; a server that is away keeps nobody from starting. */
  start(): void {
    this.#beating = setInterval(() => this.#beat(), this.#options.beat ?? BEAT);
    this.#beating.unref();
    this.#welcome = setTimeout(() => {
      if (!this.#circuit.isClosed) this.#leave(this.#reason ?? 'it does not answer');
    }, WELCOME);
    this.#welcome.unref();
    this.#beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.#beating);
    clearTimeout(this.#welcome);
    this.#client.destroy();
  }

  get state(): SharedState {
    return {
      state: this.#circuit.isClosed ? 'well' : 'away',
      server: this.#options.cache.description,
      since: new Date(this.#since).toISOString(),
      reason: this.#reason,
    };
  }

  get isWell(): boolean {
    return this.#circuit.isClosed;
  }

  /** The full name of something in the store. */
  key(...parts: readonly string[]): string {
    return ['saxaul', this.#options.namespace, ...parts].join(':');
  }

  /**
   * Asks something, unless the server is away. Never rejects.
   * @param limit milliseconds after which the answer is not waited for any more
   */
  async ask<Value>(work: (client: Client) => Promise<Value>, limit = LIMIT): Promise<Reply<Value>> {
    if (!this.#circuit.isClosed) return { ok: false };
    try {
      const value = await withinLimit(work(this.#client), limit);
      this.#circuit.asked(null);
      return { ok: true, value };
    } catch (error) {
      this.#circuit.asked(reasonOf(error));
      return { ok: false };
    }
  }

  /** Calls back with each message that any instance sends to a channel, this one too. */
  listen(channel: string, listener: Listener): void {
    this.#listeners.set(channel, listener);
    if (this.#client.isReady) this.#subscribe(this.#client, channel, listener);
  }

  /** Calls back whenever the server can be asked again; messages may have been missed before. */
  onRecovery(work: () => void): void {
    this.#recovered.push(work);
  }

  #connect(): Client {
    const client = this.#make();
    // An error of the connection is followed by another attempt of the client's own.
    client.on('error', (error: unknown) => {
      if (client !== this.#client) return;
      if (!this.#circuit.isClosed) this.#reason = reasonOf(error);
      this.#circuit.open(reasonOf(error));
    });
    client.on('ready', () => {
      for (const [channel, listener] of this.#listeners) {
        this.#subscribe(client, channel, listener);
      }
    });
    client.connect().catch((error: unknown) => this.#circuit.open(reasonOf(error)));
    return client;
  }

  #subscribe(client: Client, channel: string, listener: Listener): void {
    client
      .subscribe(this.key(channel), listener)
      .catch((error: unknown) => this.#circuit.open(reasonOf(error)));
  }

  async #beat(): Promise<void> {
    const client = this.#client;
    try {
      await withinLimit(client.ping(), LIMIT);
      this.#missed = 0;
      this.#circuit.beat(null);
    } catch (error) {
      if (client !== this.#client) return;
      this.#circuit.beat(reasonOf(error));
      this.#missed += 1;
      if (this.#missed < DEAD) return;
      this.#missed = 0;
      client.destroy();
      this.#client = this.#connect();
    }
  }

  #leave(reason: string): void {
    this.#since = Date.now();
    this.#reason = reason;
    console.error(
      `The shared server ${this.#options.cache.description} is not asked any more (${reason}); this instance goes on by itself.`,
    );
  }

  #return(): void {
    this.#since = Date.now();
    this.#reason = null;
    console.log(`The shared server ${this.#options.cache.description} is asked from now on.`);
    for (const work of this.#recovered) work();
  }
}

/** Of the client's own errors none names a password, but the system's name addresses. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message === '' ? 'the connection failed' : message;
}

import { log } from '@/lib/log/log';
import type { CacheEnvironment } from '@/lib/site/environment/sharing';
import { Circuit } from './circuit';
import { type Client, clientMaker } from './client';
import { TooLateError, withinLimit } from './withinLimit';

/** Milliseconds that a reader may have to wait for what is shared: some three times what a page takes to make. */
const LIMIT = 100;
/** Milliseconds for what no reader waits for. */
const PATIENCE = 1_000;
const BEAT = 1_000;
/** Beats that are missed until the connection is made anew: it may be dead without saying so. */
const DEAD = 5;
/** Milliseconds after which it is said that nobody answers at a start, or that all answers are slow. */
const PATIENCE_OF_OPERATORS = 3_000;

/** What was asked for; `null` in an answer is an answer too. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

export interface SharedState {
  /** `slow`: it is not asked for what readers wait for; `away`: for nothing. */
  readonly state: 'well' | 'slow' | 'away';
  /** Without name and password. */
  readonly server: string;
  /** Since when; ISO 8601. */
  readonly since: string;
  /** Why it is away; null while it is not. */
  readonly reason: string | null;
}

type Listener = (message: string) => void;

interface SharedStoreOptions {
  readonly cache: CacheEnvironment;
  /** Keeps publications apart that share a server. */
  readonly namespace: string;
  /** Milliseconds between two questions whether the server is there. */
  readonly beat?: number;
  /** Milliseconds that a reader may have to wait for what is shared. */
  readonly limit?: number;
}

/**
 * The Valkey or Redis server that instances share. Nothing depends on it: whatever is asked is
 * answered within a moment or not at all, and never by an error.
 */
export class SharedStore {
  readonly #options: SharedStoreOptions;
  readonly #make: () => Client;
  /** Whether it answers at all. */
  readonly #line: Circuit;
  /** Whether it answers within what a reader may wait. */
  readonly #pace: Circuit;
  readonly #listeners = new Map<string, Listener>();
  readonly #recovered: (() => void)[] = [];
  #client: Client;
  #beating: NodeJS.Timeout | undefined;
  #welcome: NodeJS.Timeout | undefined;
  #slow: NodeJS.Timeout | undefined;
  #missed = 0;
  #since = Date.now();
  #reason: string | null = 'it has not answered yet';

  private constructor(options: SharedStoreOptions, make: () => Client) {
    this.#options = options;
    this.#make = make;
    this.#line = new Circuit({
      onOpen: (reason) => this.#leave(reason),
      onClose: () => this.#return(),
    });
    this.#pace = new Circuit({ onOpen: () => this.#slowDown(), onClose: () => undefined });
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
      if (!this.#line.isClosed) this.#leave(this.#reason ?? 'it does not answer');
    }, PATIENCE_OF_OPERATORS);
    this.#welcome.unref();
    this.#beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.#beating);
    clearTimeout(this.#welcome);
    clearTimeout(this.#slow);
    this.#client.destroy();
  }

  get #limit(): number {
    return this.#options.limit ?? LIMIT;
  }

  get state(): SharedState {
    return {
      state: this.#line.isClosed ? (this.#pace.isClosed ? 'well' : 'slow') : 'away',
      server: this.#options.cache.description,
      since: new Date(this.#since).toISOString(),
      reason: this.#reason,
    };
  }

  /** Whether it answers, be it slowly. */
  get isThere(): boolean {
    return this.#line.isClosed;
  }

  /** The full name of something in the store. */
  key(...parts: readonly string[]): string {
    return ['saxaul', this.#options.namespace, ...parts].join(':');
  }

  /**
   * Asks something, unless the server is away, or slow and a reader waits. Never rejects.
   * @param limit milliseconds after which the answer is not waited for any more; without it a
   *   reader waits
   */
  async ask<Value>(
    work: (client: Client) => Promise<Value>,
    limit?: number,
  ): Promise<Reply<Value>> {
    const isAwaited = limit === undefined;
    if (!this.#line.isClosed || (isAwaited && !this.#pace.isClosed)) return { ok: false };
    try {
      const value = await withinLimit(work(this.#client), limit ?? this.#limit);
      this.#line.asked(null);
      if (isAwaited) this.#pace.asked(null);
      return { ok: true, value };
    } catch (error) {
      const circuit = isAwaited && error instanceof TooLateError ? this.#pace : this.#line;
      circuit.asked(reasonOf(error));
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
      if (!this.#line.isClosed) this.#reason = reasonOf(error);
      this.#line.open(reasonOf(error));
    });
    client.on('ready', () => {
      for (const [channel, listener] of this.#listeners) {
        this.#subscribe(client, channel, listener);
      }
    });
    client.connect().catch((error: unknown) => this.#line.open(reasonOf(error)));
    return client;
  }

  #subscribe(client: Client, channel: string, listener: Listener): void {
    client
      .subscribe(this.key(channel), listener)
      .catch((error: unknown) => this.#line.open(reasonOf(error)));
  }

  async #beat(): Promise<void> {
    const client = this.#client;
    const begun = performance.now();
    try {
      await withinLimit(client.ping(), PATIENCE);
      this.#missed = 0;
      this.#pace.beat(performance.now() - begun > this.#limit ? 'it is slow' : null);
      this.#line.beat(null);
    } catch (error) {
      if (client !== this.#client) return;
      this.#line.beat(reasonOf(error));
      this.#missed += 1;
      if (this.#missed < DEAD) return;
      this.#missed = 0;
      client.destroy();
      this.#client = this.#connect();
    }
  }

  #slowDown(): void {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      if (this.state.state !== 'slow') return;
      log.error(
        `The shared server ${this.#options.cache.description} takes more than ${this.#limit} ms to answer: pages are not asked of it until it is quicker.`,
      );
    }, PATIENCE_OF_OPERATORS);
    this.#slow.unref();
  }

  #leave(reason: string): void {
    this.#pace.open(reason);
    this.#since = Date.now();
    this.#reason = reason;
    log.error(
      `The shared server ${this.#options.cache.description} is not asked any more (${reason}); this instance goes on by itself.`,
    );
  }

  #return(): void {
    this.#since = Date.now();
    this.#reason = null;
    log.info(`The shared server ${this.#options.cache.description} is asked from now on.`);
    for (const work of this.#recovered) work();
  }
}

/** Of the client's own errors none names a password, but the system's name addresses. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message === '' ? 'the connection failed' : message;
}

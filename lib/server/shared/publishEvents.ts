import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { SharedStore } from './store';

const CHANNEL = 'published';
/** Milliseconds between two looks at what the others have: a message may get lost. */
const LOOK = 30_000;
/** Milliseconds in which a commit that could not be had is not looked for again. */
const AGAIN = 30_000;
const LIMIT = 1_000;

const message = z.discriminatedUnion('kind', [
  /** Somebody was told that there is something new. */
  z.strictObject({ kind: z.literal('called'), from: z.string() }),
  z.strictObject({ kind: z.literal('published'), from: z.string(), commit: z.string() }),
]);

interface PublishEventsOptions {
  readonly store: Pick<SharedStore, 'ask' | 'key' | 'listen' | 'onRecovery'>;
  /** What is published here; null where it has no name. */
  readonly commit: () => string | null;
  /** Has the newest content looked for. */
  readonly look: () => void;
  readonly now?: () => number;
}

/**
 * Word of what is published, between instances. It says only that there is something to look for: each
 * gets it from Git itself, so that a message that is lost, late or wrong costs time and nothing else.
 */
export class PublishEvents {
  readonly #options: PublishEventsOptions;
  readonly #self = randomUUID();
  readonly #now: () => number;
  readonly #looked = new Map<string, number>();
  /** What all were told last, as far as it is known here. */
  #told: string | null = null;
  #looking: NodeJS.Timeout | undefined;

  constructor(options: PublishEventsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  start(): void {
    const { store } = this.#options;
    store.listen(CHANNEL, (text) => this.#hear(text));
    store.onRecovery(() => this.#catchUp());
    this.#looking = setInterval(() => this.#catchUp(), LOOK);
    this.#looking.unref();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  /** Tells the others that somebody says there is something new. */
  async called(): Promise<void> {
    await this.#send({ kind: 'called', from: this.#self });
  }

  /**
   * Tells the others what is published here, unless they have heard: to be called after each look that
   * could be taken, whether or not it found anything.
   */
  async published(commit: string | null): Promise<void> {
    if (commit === null || commit === this.#told) return;
    const { store } = this.#options;
    const key = store.key('commit');
    const before = await store.ask((client) => client.set(key, commit, { GET: true }), LIMIT);
    if (!before.ok) return;
    this.#told = commit;
    if (before.value?.toString() === commit) return;
    await this.#send({ kind: 'published', from: this.#self, commit });
  }

  #hear(text: string): void {
    const read = message.safeParse(parsed(text));
    if (!read.success || read.data.from === this.#self) return;
    if (read.data.kind === 'called') {
      this.#options.look();
      return;
    }
    this.#told = read.data.commit;
    this.#lookFor(read.data.commit);
  }

  /** Compares what is published here with what was told last, by anybody; the look settles which holds. */
  async #catchUp(): Promise<void> {
    const { store, commit, look } = this.#options;
    const told = await store.ask((client) => client.get(store.key('commit')), LIMIT);
    if (!told.ok) return;
    this.#told = told.value?.toString() ?? null;
    const own = commit();
    if (own !== null && this.#told !== own) look();
  }

  #lookFor(commit: string): void {
    if (commit === this.#options.commit()) return;
    const now = this.#now();
    for (const [name, at] of this.#looked) if (now - at >= AGAIN) this.#looked.delete(name);
    if (this.#looked.has(commit)) return;
    this.#looked.set(commit, now);
    this.#options.look();
  }

  async #send(sent: z.input<typeof message>): Promise<void> {
    const { store } = this.#options;
    const channel = store.key(CHANNEL);
    await store.ask((client) => client.publish(channel, JSON.stringify(sent)), LIMIT);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no message says nothing.
    return null;
  }
}

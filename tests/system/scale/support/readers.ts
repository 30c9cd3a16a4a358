import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { EDITED, editionIn } from './newsroom';

/** Pages that readers ask for; the first two show the edition. */
export const PAGES = [EDITED, '/', '/archive', '/feed.xml', '/rates', '/people'] as const;
/** Milliseconds between two reads of one reader. */
const PAUSE = 15;
/** Milliseconds after which a reader gives up. */
const PATIENCE = 30_000;

/** What readers saw in one part of a test. */
export interface Seen {
  readonly reads: number;
  /** Each read that failed, and how. */
  readonly failed: readonly string[];
  /** Reads that showed an edition older than the one that all must show. */
  readonly late: number;
  /** Milliseconds that a read took, in no order. */
  readonly times: readonly number[];
}

/** Readers who ask one address for pages without end, and look at what they get. */
export class Readers {
  readonly #address: string;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #reading: Promise<void>[];
  #isDone = false;
  #reads = 0;
  #failed: string[] = [];
  #late = 0;
  #times: number[] = [];
  /** The edition below which no page may fall. */
  #floor = 0;

  constructor(address: string, count: number) {
    this.#address = address;
    this.#reading = Array.from({ length: count }, (_, index) => this.#readOn(index));
  }

  /** Says that every page that is asked for from now on must show this edition or a newer one. */
  demand(edition: number): void {
    this.#floor = edition;
  }

  /** What was seen since the last time this was asked. */
  take(): Seen {
    const seen = {
      reads: this.#reads,
      failed: this.#failed,
      late: this.#late,
      times: this.#times,
    };
    this.#reads = 0;
    this.#failed = [];
    this.#late = 0;
    this.#times = [];
    return seen;
  }

  async stop(): Promise<void> {
    this.#isDone = true;
    await Promise.all(this.#reading);
    this.#agent.destroy();
  }

  async #readOn(index: number): Promise<void> {
    for (let turn = index; !this.#isDone; turn += 1) {
      await this.#read(PAGES[turn % PAGES.length] ?? '/');
      await sleep(PAUSE);
    }
  }

  async #read(path: string): Promise<void> {
    const floor = this.#floor;
    const begun = performance.now();
    try {
      const { status, body } = await this.#get(path);
      this.#reads += 1;
      this.#times.push(performance.now() - begun);
      if (status !== 200) this.#failed.push(`${path}: status ${status}`);
      else if (body.length === 0) this.#failed.push(`${path}: nothing in it`);
      else this.#compare(path, body, floor);
    } catch (error) {
      this.#reads += 1;
      this.#failed.push(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }

  #compare(path: string, body: string, floor: number): void {
    const edition = editionIn(body);
    if (edition !== null) {
      if (edition < floor) this.#late += 1;
    } else if (path === EDITED || path === '/')
      this.#failed.push(`${path}: another page: ${body.slice(0, 200)}`);
  }

  #get(path: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const request = get(this.#address + path, { agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body });
        });
      });
      request.setTimeout(PATIENCE, () => request.destroy(new Error('no answer in half a minute')));
      request.once('error', reject);
    });
  }
}

import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { SitePath } from '@/lib/site/routes';

/** Milliseconds between an answer and the next request. */
const LOOK = 10;
/** The same where there is nothing yet: the site keeps no page for what it does not have. */
const LOOK_FOR_NEW = 50;
const PATIENCE = 60_000;

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  /** When its first byte came. */
  readonly at: number;
  readonly html: string;
}

/**
 * Looks at one page over and over as a browser reloads it: over one connection, in Brotli, and
 * with the name of the version that it has, so that the looking is little work for the server.
 */
export class PageWatch {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;
  #etag: string | undefined;

  constructor(address: string, path: SitePath) {
    this.#url = address + path;
  }

  /**
   * Asks once, so that the page is in the server's memory, and known here.
   * @throws Error where the page does not stand there, or shows the text already
   */
  async begin(status: number, text: string): Promise<void> {
    const answer = await this.#ask();
    if (answer.status !== status) throw new Error(`${this.#url}: status ${answer.status}`);
    if (answer.html.includes(text)) throw new Error(`${this.#url} shows ${text} before its time`);
  }

  /**
   * Asks until the page shows a text.
   * @returns the moment of the first byte of the answer that does
   * @throws Error for a fault of the server, and after a minute
   */
  async until(text: string): Promise<number> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const { status, at, html } = await this.#ask();
      if (status >= 500) throw new Error(`${this.#url}: status ${status}`);
      if (html.includes(text)) return at;
      if (at > deadline) throw new Error(`${this.#url} has not shown ${text} for a minute`);
      await sleep(status === 404 ? LOOK_FOR_NEW : LOOK);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(): Promise<Answer> {
    const answer = await this.#request();
    this.#etag = answer.etag;
    return answer;
  }

  #request(): Promise<Answer> {
    const known = this.#etag === undefined ? {} : { 'if-none-match': this.#etag };
    const headers = { 'accept-encoding': 'br', accept: 'text/html', ...known };
    return new Promise((resolve, reject) => {
      const request = get(this.#url, { agent: this.#agent, headers }, (response) => {
        const at = performance.now();
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = Buffer.concat(chunks);
          const isCompressed = response.headers['content-encoding'] === 'br';
          resolve({
            status: response.statusCode ?? 0,
            etag: response.headers.etag,
            at,
            html: (isCompressed ? brotliDecompressSync(body) : body).toString('utf8'),
          });
        });
      });
      request.once('error', reject);
    });
  }
}

import { Agent, get, type IncomingMessage } from 'node:http';
import type { FailureKind } from './seen';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Thrown for a request that came to nothing. */
export class ReadingError extends Error {
  readonly kind: FailureKind;
  /** Whether the connection had been in use, and ended before the first byte of an answer. */
  readonly isStale: boolean;

  constructor(kind: FailureKind, detail: string, isStale = false) {
    super(detail);
    this.kind = kind;
    this.isStale = isStale;
  }
}

/** A reader with one connection that is kept, as a browser's is. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #address: string;
  readonly #patience: number;

  constructor(address: string, patience: number) {
    this.#address = address;
    this.#patience = patience;
  }

  /** @throws ReadingError */
  read(path: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      let answer: IncomingMessage | undefined;
      const request = get(this.#address + path, { agent: this.#agent }, (response) => {
        answer = response;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', (error) => fail('cut off', error.message));
        response.once('end', () => {
          clearTimeout(timer);
          const { statusCode = 0, headers } = response;
          const type = headers['content-type'] ?? '';
          resolve({ status: statusCode, type, body: Buffer.concat(chunks) });
        });
      });
      const fail = (kind: FailureKind, detail: string): void => {
        clearTimeout(timer);
        const isStale = kind === 'cut off' && answer === undefined && request.reusedSocket;
        reject(new ReadingError(kind, detail, isStale));
      };
      const timer = setTimeout(() => {
        fail('timeout', `no answer in ${this.#patience} ms`);
        request.destroy();
      }, this.#patience);
      request.once('error', (error: NodeJS.ErrnoException) => {
        fail(error.code === 'ECONNREFUSED' ? 'refused' : 'cut off', error.message);
      });
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

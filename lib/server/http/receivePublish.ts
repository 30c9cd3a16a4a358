import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Meaning, readDelivery } from '@/lib/publishing/webhook/delivery';
import { KnownDeliveries } from '@/lib/publishing/webhook/knownDeliveries';
import { AuthenticityCheck, type Secrets } from '@/lib/publishing/webhook/proofs';

/** Bytes: what GitHub sends at most. */
const LARGEST = 25 * 1024 * 1024;
/** Bytes that are kept to be read; what is longer is checked all the same. */
const LARGEST_KEPT = 1024 * 1024;
/** Milliseconds until a body has to be there. */
const PATIENCE = 10_000;
/** Milliseconds between two lines in the log about refused deliveries. */
const QUIET = 60_000;

interface PublishReceiverOptions {
  readonly secrets: Secrets;
  /** The branch that is published. */
  readonly branch: string;
  /** Publishes in the background. */
  readonly publish: () => 'started' | 'folded';
  /** Whether the newest content could not be published. */
  readonly hasFailed: () => boolean;
  /** Header fields of every answer. */
  readonly common: Readonly<Record<string, string>>;
  /** Milliseconds until a body has to be there. */
  readonly patience?: number;
}

interface Answer {
  readonly status: string;
  readonly message?: string;
}

/** Status code and body that a delivery is answered with. */
interface Taken {
  readonly status: number;
  readonly answer: Answer;
}

type Body =
  | { readonly kind: 'whole'; readonly kept: Buffer | null }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' };

/** Takes the news of new commits. Answers at once; the work goes on behind it. */
export class PublishReceiver {
  readonly #options: PublishReceiverOptions;
  readonly #known = new KnownDeliveries();
  #refusals = 0;
  #toldOfRefusals = Number.NEGATIVE_INFINITY;

  constructor(options: PublishReceiverOptions) {
    this.#options = options;
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      const text = 'Publishing is asked for with POST; see docs/operators.md.';
      return this.#answer(response, 405, { status: 'refused', message: text }, { Allow: 'POST' });
    }
    const { secrets } = this.#options;
    if (secrets.shared === null && secrets.local === null) return this.#unprepared(response);
    const check = new AuthenticityCheck(request.headers, secrets, Date.now());
    if (!check.isPossible) {
      if (secrets.shared === null) return this.#unprepared(response);
      return this.#refuse(request, response);
    }
    const body = await readBody(request, check, this.#options.patience ?? PATIENCE);
    if (body.kind === 'too-large') {
      const message = `A delivery has at most ${LARGEST / 1024 / 1024} MB here.`;
      return this.#close(response, 413, message);
    }
    if (body.kind === 'too-slow') {
      return this.#close(response, 408, 'The delivery did not come in time.');
    }
    const authentic = check.finish();
    if (authentic === null) return this.#refuse(request, response);
    const meaning = readDelivery(request.headers, body.kept, this.#options.branch);
    const { status, answer } = this.#take(meaning, body.kept, authentic.bodyName);
    this.#answer(response, status, answer);
  }

  #take(meaning: Meaning, body: Buffer | null, bodyName: string): Taken {
    switch (meaning.kind) {
      case 'ping':
        return { status: 200, answer: { status: 'pong' } };
      case 'ignored':
        return { status: 200, answer: { status: 'ignored', message: meaning.why } };
      case 'malformed':
        return { status: 400, answer: { status: 'refused', message: meaning.why } };
      case 'push': {
        // Whoever wants to try again after a failure sends the very same once more.
        if (this.#options.hasFailed()) this.#known.forgetAll();
        const isSaidByScript = body !== null && body.length === 0;
        if (!isSaidByScript && this.#known.meet(bodyName)) {
          return { status: 202, answer: { status: 'folded', message: 'This came before.' } };
        }
        return { status: 202, answer: { status: this.#options.publish() } };
      }
    }
  }

  #refuse(request: IncomingMessage, response: ServerResponse): void {
    this.#refusals += 1;
    const now = performance.now();
    if (now - this.#toldOfRefusals > QUIET) {
      console.error(`Publishing: ${this.#refusals} deliveries without a right signature refused.`);
      this.#refusals = 0;
      this.#toldOfRefusals = now;
    }
    const message = 'The signature is missing or wrong; PUBLISH_SECRET has to be the same here.';
    if (request.complete) this.#answer(response, 401, { status: 'refused', message });
    else this.#close(response, 401, message);
  }

  #unprepared(response: ServerResponse): void {
    const message = 'Publishing is not set up here: set PUBLISH_SECRET; see docs/operators.md.';
    this.#close(response, 503, message);
  }

  /** Answers without reading what else may come. */
  #close(response: ServerResponse, status: number, message: string): void {
    this.#answer(response, status, { status: 'refused', message }, { Connection: 'close' });
  }

  #answer(
    response: ServerResponse,
    status: number,
    answer: Answer,
    fields: Readonly<Record<string, string>> = {},
  ): void {
    const body = `${JSON.stringify(answer)}\n`;
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      ...this.#options.common,
      ...fields,
    });
    response.end(body);
  }
}

/** Reads a body to its end while it is checked; no more of it is kept than can be of use. */
function readBody(
  request: IncomingMessage,
  check: AuthenticityCheck,
  patience: number,
): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST) {
    return Promise.resolve({ kind: 'too-large' });
  }
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => end({ kind: 'too-slow' }), patience);
    const end = (body: Body): void => {
      clearTimeout(timer);
      request.off('data', take);
      // What still comes is let go, or the answer would wait for it.
      if (body.kind !== 'whole') request.resume();
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > LARGEST) {
        end({ kind: 'too-large' });
        return;
      }
      check.update(chunk);
      if (length <= LARGEST_KEPT) kept.push(chunk);
      else kept.length = 0;
    };
    request.on('data', take);
    request.once('end', () => {
      end({ kind: 'whole', kept: length <= LARGEST_KEPT ? Buffer.concat(kept) : null });
    });
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/log';
import type { OperationEnvironment } from '@/lib/site/environment/operation';
import { loggedPath } from '@/lib/site/routes';
import type { RequestId } from '../clients/requestId';
import { BROKEN_OFF, type RequestCounts } from './requestCounts';
import { type RouteKind, routeKind } from './routeKind';

/** One in so many answers from memory is timed: reading the clock costs as much as counting a hundred. */
const TIMED = 64;
/** Addresses whose kind is remembered: a look into a map costs a tenth of reading one. */
const KNOWN = 10_000;
/** Milliseconds from which a request counts as slow. */
const SLOW = 1_000;

interface RequestWatchOptions {
  readonly counts: RequestCounts;
  readonly requestId: RequestId;
  readonly lines: OperationEnvironment['log']['requests'];
  /** Told how long answers took, in seconds; of those from memory, of some. */
  readonly onAnswer: (from: 'memory' | 'work', kind: RouteKind, seconds: number) => void;
}

/** Counts, times and, where that is wanted, logs what is asked and answered. */
export class RequestWatch {
  readonly #options: RequestWatchOptions;
  readonly #kinds = new Map<string, RouteKind>();
  #untimed = 0;
  /** Bytes that the connection had sent when the request came in that is being answered at once. */
  #sentBefore = 0;

  constructor(options: RequestWatchOptions) {
    this.#options = options;
  }

  /** To be called when a request comes in. @returns the moment, where it is to be timed */
  begin({ socket }: IncomingMessage): number {
    if (this.#options.lines === 'on') {
      this.#sentBefore = socket.bytesWritten;
      return performance.now();
    }
    this.#untimed += 1;
    if (this.#untimed < TIMED) return 0;
    this.#untimed = 0;
    return performance.now();
  }

  /** To be called when a request was answered at once. @param begun what `begin` returned */
  answered(request: IncomingMessage, response: ServerResponse, begun: number): void {
    const kind = this.#kindOf(request.url ?? '');
    this.#options.counts.add(kind, request.method, response.statusCode);
    if (begun === 0) return;
    this.#options.onAnswer('memory', kind, (performance.now() - begun) / 1000);
    if (this.#options.lines !== 'on') return;
    this.#logAtEnd(request, response, { kind, begun, sentBefore: this.#sentBefore });
  }

  /** To be called when a request is going to take some time. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const begun = performance.now();
    const kind = routeKind(request.url ?? '');
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : BROKEN_OFF;
      const milliseconds = performance.now() - begun;
      this.#options.counts.add(kind, request.method, status);
      this.#options.onAnswer('work', kind, milliseconds / 1000);
    });
    const sentBefore = request.socket.bytesWritten;
    this.#logAtEnd(request, response, { kind, begun, sentBefore });
  }

  /** Of an address that is answered from memory; few are, and those again and again. */
  #kindOf(url: string): RouteKind {
    const known = this.#kinds.get(url);
    if (known !== undefined) return known;
    if (this.#kinds.size >= KNOWN) this.#kinds.clear();
    const kind = routeKind(url);
    this.#kinds.set(url, kind);
    return kind;
  }

  /** One line for a request, in which nothing is of the one who asks. */
  #logAtEnd(
    request: IncomingMessage,
    response: ServerResponse,
    { kind, begun, sentBefore }: { kind: RouteKind; begun: number; sentBefore: number },
  ): void {
    const { lines, requestId } = this.#options;
    if (lines === 'off') return;
    const { socket, method = '' } = request;
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun);
      if (lines === 'slow' && ms < SLOW) return;
      const path = loggedPath(request.url ?? '');
      const status = response.headersSent ? response.statusCode : BROKEN_OFF;
      const bytes = socket.bytesWritten - sentBefore;
      const fields = { request: requestId(request), method, kind, path, status, ms, bytes };
      log.info(`${method} ${path} ${status} ${ms} ms ${bytes} B`, { fields });
    });
  }
}

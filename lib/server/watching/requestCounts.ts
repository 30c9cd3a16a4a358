import { ROUTE_KINDS, type RouteKind } from './routeKind';

const METHODS = ['GET', 'HEAD', 'POST', 'other'] as const;

/** Those that this server gives; any other is counted as `other`. */
const STATUSES = [
  200, 202, 206, 304, 307, 308, 400, 401, 404, 405, 408, 410, 413, 414, 416, 429, 431, 500, 503,
] as const;

/** An answer that was not begun before the connection ended. */
export const BROKEN_OFF = 0;

const CODES = [...STATUSES.map(String), 'other', 'none'] as const;
const OTHER = STATUSES.length;
const NONE = OTHER + 1;

/** What a number of requests had in common. */
export interface RequestCount {
  readonly kind: RouteKind;
  readonly method: (typeof METHODS)[number];
  /** A status code, `other`, or `none` where the connection ended before an answer. */
  readonly code: string;
  readonly count: number;
}

/**
 * Counts requests. An answer from memory takes some 30 microseconds, so that counting it may
 * be an addition and no more; whoever wants to know makes labels of the numbers.
 */
export class RequestCounts {
  readonly #counts = new Float64Array(ROUTE_KINDS.length * METHODS.length * CODES.length);
  readonly #kinds = new Map<string, number>(ROUTE_KINDS.map((kind, index) => [kind, index]));
  /** By status: place of the status among the codes. */
  readonly #codes = new Uint8Array(1_000).fill(OTHER);

  constructor() {
    for (const [index, status] of STATUSES.entries()) this.#codes[status] = index;
    this.#codes[BROKEN_OFF] = NONE;
  }

  add(kind: RouteKind, method: string | undefined, status: number): void {
    const row = (this.#kinds.get(kind) ?? 0) * METHODS.length + methodIndex(method);
    const index = row * CODES.length + (this.#codes[status] ?? OTHER);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
  }

  /** Those that there were any of. */
  *all(): Generator<RequestCount> {
    for (const [k, kind] of ROUTE_KINDS.entries()) {
      for (const [m, method] of METHODS.entries()) {
        for (const [c, code] of CODES.entries()) {
          const count = this.#counts[(k * METHODS.length + m) * CODES.length + c] ?? 0;
          if (count > 0) yield { kind, method, code, count };
        }
      }
    }
  }
}

function methodIndex(method: string | undefined): number {
  switch (method) {
    case 'GET':
      return 0;
    case 'HEAD':
      return 1;
    case 'POST':
      return 2;
    default:
      return 3;
  }
}

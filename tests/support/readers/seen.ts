/**
 * What can go wrong for a reader: an answer that says so (status of 500 and more), one that breaks off, none at all,
 * none in time, or one that is not what was asked for.
 */
export const FAILURES = ['status', 'cut off', 'refused', 'timeout', 'wrong'] as const;

export type FailureKind = (typeof FAILURES)[number];

export interface Failure {
  readonly kind: FailureKind;
  readonly path: string;
  readonly detail: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a crowd of readers has seen so far. */
export interface Seen {
  readonly requests: number;
  readonly failed: number;
  /** The first of them. */
  readonly failures: readonly Failure[];
  /** Requests on a connection that was closed just then, which were sent once more as browsers do. */
  readonly retried: number;
  /** Milliseconds until the last byte: of the slowest answer, and of 99 of 100. */
  readonly slowest: number;
  readonly p99: number;
}

export interface CrowdOptions {
  /** Scheme, host and port. */
  readonly address: string;
  /** What is read again and again; each must answer 200, and then as it did the first time. */
  readonly paths: readonly string[];
  /** Addresses whose pages nobody keeps; `{}` in them is another word each time, which the answer must hold; without it, nothing must be there (404). */
  readonly fresh: readonly string[];
  readonly readers: number;
  /** Milliseconds that a reader rests between two requests. */
  readonly rest: number;
  /** Milliseconds after which an answer is given up. */
  readonly patience: number;
}

export type CrowdOrder = 'look' | 'stop';

export type CrowdWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'seen'; readonly seen: Seen };

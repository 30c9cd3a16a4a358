import type { RateHealth } from '@/lib/rates/health';
import type { Instant } from '@/lib/site/dates';
import type { PublishReport } from './publish';

/** How the process that serves is, as far as the public may know; plain data, to be handed to threads. */
export interface ServerState {
  /** Version of the program. */
  readonly version: string;
  readonly started: Instant;
  readonly publishing: {
    readonly isWorking: boolean;
    /** Whether the newest content could not be had. */
    readonly hasFailed: boolean;
    /** The last run that changed anything since the start; null where there was none. */
    readonly last: LastPublish | null;
  };
  readonly rates: RateHealth & { readonly refresh: number | 'off' };
}

export interface LastPublish extends Pick<PublishReport, 'commit' | 'files' | 'articles'> {
  /** When readers got it. */
  readonly live: Instant;
  /** From the word of the change until then. */
  readonly milliseconds: number;
  /** Number of pages that showed something that changed. */
  readonly pages: number;
}

/** As for what a page shows (shown.ts): pages and server meet in one place on globalThis. */
const SHARED = Symbol.for('saxaul.serverState');

type Shared = typeof globalThis & { [SHARED]?: ServerState };

/** Makes a state known to the pages that are made from now on. */
export function shareServerState(state: ServerState): void {
  (globalThis as Shared)[SHARED] = state;
}

/** Null where pages are served by something else than this program's server. */
export function serverState(): ServerState | null {
  return (globalThis as Shared)[SHARED] ?? null;
}

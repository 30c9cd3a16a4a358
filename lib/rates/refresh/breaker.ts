import type { ProviderState } from '../store/providerStates';

/** Failed runs after which a provider is left alone. */
const PATIENCE = 3;
const MINUTE = 60_000;
const FIRST_PAUSE = 15 * MINUTE;
const LONGEST_PAUSE = 6 * 60 * MINUTE;

/** What a run with a provider came to. */
export type Outcome =
  /** What came was well, or some of it was not; the message then says what. */
  | { readonly ok: true; readonly message: string | null }
  | {
      readonly ok: false;
      readonly message: string;
      /** Milliseconds that it asked to be left alone. */
      readonly retryAfter?: number | undefined;
    };

/** Whether a provider is to be left alone: after it failed often, or since it asked for it. */
export function isClosed(state: ProviderState | undefined, now: number): boolean {
  return state !== undefined && state.closedUntil > now;
}

/**
 * State after a run. Three failures in a row close a provider for a quarter of an hour; each that
 * follows, when it is tried once more, for twice as long, up to six hours.
 * @param now milliseconds since 1970
 */
export function afterRun(
  before: ProviderState | undefined,
  outcome: Outcome,
  now: number,
): ProviderState {
  const attemptedAt = now;
  if (outcome.ok) {
    const { message } = outcome;
    return { failures: 0, closedUntil: 0, pause: 0, attemptedAt, succeededAt: now, message };
  }
  const failures = (before?.failures ?? 0) + 1;
  const doubled = before?.pause ? Math.min(before.pause * 2, LONGEST_PAUSE) : FIRST_PAUSE;
  const pause = failures >= PATIENCE ? doubled : 0;
  const wait = Math.max(pause, Math.min(outcome.retryAfter ?? 0, LONGEST_PAUSE));
  return {
    failures,
    closedUntil: wait > 0 ? now + wait : 0,
    pause,
    attemptedAt,
    succeededAt: before?.succeededAt ?? null,
    message: outcome.message,
  };
}

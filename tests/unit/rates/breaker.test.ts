import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRun, isClosed, type Outcome } from '@/lib/rates/refresh/breaker';
import type { ProviderState } from '@/lib/rates/store/providerStates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FAULT: Outcome = { ok: false, message: 'it failed' };
const WELL: Outcome = { ok: true, message: null };

/** State after runs one after another, each as soon as the provider may be asked. */
function stateAfter(...outcomes: readonly Outcome[]): { state: ProviderState; now: number } {
  let now = 1_000_000;
  let state = afterRun(undefined, outcomes[0] ?? WELL, now);
  for (const outcome of outcomes.slice(1)) {
    now = Math.max(now + 1, state.closedUntil);
    state = afterRun(state, outcome, now);
  }
  return { state, now };
}

function pauseAfter(failures: number): number {
  const { state, now } = stateAfter(...Array.from({ length: failures }, () => FAULT));
  return state.closedUntil === 0 ? 0 : state.closedUntil - now;
}

describe('a provider that fails', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 15 * MINUTE],
    [4, 30 * MINUTE],
    [5, HOUR],
    [6, 2 * HOUR],
    [7, 4 * HOUR],
    [8, 6 * HOUR],
    [9, 6 * HOUR],
    [50, 6 * HOUR],
  ])('%d times in a row is left alone for %d ms', (failures, pause) => {
    expect(pauseAfter(failures)).toBe(pause);
  });

  it('is asked again at the very moment its pause ends', () => {
    const { state, now } = stateAfter(FAULT, FAULT, FAULT);
    expect(isClosed(state, now)).toBe(true);
    expect(isClosed(state, state.closedUntil - 1)).toBe(true);
    expect(isClosed(state, state.closedUntil)).toBe(false);
  });

  it('begins anew once it has answered', () => {
    const { state, now } = stateAfter(FAULT, FAULT, FAULT, FAULT, WELL);
    expect(state).toEqual({
      failures: 0,
      closedUntil: 0,
      pause: 0,
      attemptedAt: now,
      succeededAt: now,
      message: null,
    });
    expect(stateAfter(FAULT, FAULT, WELL, FAULT, FAULT).state.closedUntil).toBe(0);
    const again = stateAfter(FAULT, FAULT, FAULT, FAULT, WELL, FAULT, FAULT, FAULT);
    expect(again.state.closedUntil - again.now).toBe(15 * MINUTE);
  });

  it('keeps when it was last well, and what was wrong', () => {
    const { state, now } = stateAfter(WELL, FAULT);
    expect(state).toMatchObject({ failures: 1, succeededAt: 1_000_000, attemptedAt: now });
    expect(state.message).toBe('it failed');
    expect(stateAfter(FAULT).state.succeededAt).toBeNull();
  });

  it('may be well in part: that is said and counts as well', () => {
    const { state } = stateAfter(FAULT, FAULT, { ok: true, message: 'one row was refused' });
    expect(state).toMatchObject({ failures: 0, message: 'one row was refused' });
  });
});

describe('a provider that asks to be left alone', () => {
  const wait = (retryAfter: number): Outcome => ({ ok: false, message: 'too often', retryAfter });

  it('is, after its first failure', () => {
    const { state, now } = stateAfter(wait(20 * MINUTE));
    expect([state.closedUntil - now, state.failures]).toEqual([20 * MINUTE, 1]);
  });

  it('is not for longer than six hours', () => {
    const { state, now } = stateAfter(wait(1000 * HOUR));
    expect(state.closedUntil - now).toBe(6 * HOUR);
  });

  it('is for as long as it asks or as its failures say, whichever is longer', () => {
    const short = stateAfter(FAULT, FAULT, wait(MINUTE));
    expect(short.state.closedUntil - short.now).toBe(15 * MINUTE);
    const long = stateAfter(FAULT, FAULT, wait(HOUR));
    expect(long.state.closedUntil - long.now).toBe(HOUR);
    // What it asked for once is not doubled later.
    const next = afterRun(long.state, FAULT, long.state.closedUntil);
    expect(next.closedUntil - long.state.closedUntil).toBe(30 * MINUTE);
  });
});

it('nobody is left alone for ever, nor when never asked', () => {
  expect(isClosed(undefined, 0)).toBe(false);
  const outcome = fc.oneof(
    fc.constant(WELL),
    fc.record({ ok: fc.constant(false as const), message: fc.string(), retryAfter: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1 }), (outcomes) => {
      const { state, now } = stateAfter(...outcomes);
      expect(state.closedUntil === 0 || state.closedUntil > now).toBe(true);
      expect(state.closedUntil).toBeLessThanOrEqual(now + 6 * HOUR);
      expect(state.failures === 0).toBe(outcomes.at(-1)?.ok);
    }),
  );
});

import { AsyncLocalStorage } from 'node:async_hooks';

/** What came of a call with some values, and of those with more. */
interface Calls {
  outcome: { readonly value: unknown } | { readonly error: unknown } | null;
  readonly more: Map<unknown, Calls>;
}

type Work<Values extends readonly unknown[], Result> = (...values: Values) => Result;

const requests = new AsyncLocalStorage<Map<unknown, Calls>>();

/** Runs what makes one page; what it calls through `cache` is done once within it. */
export function withRequestCache<Result>(work: () => Promise<Result>): Promise<Result> {
  return requests.run(new Map(), work);
}

/**
 * What React's `cache` does under Next: within one page, work is done once for the same values, told
 * apart as `Object.is` does; what it threw is thrown again. Elsewhere it is done each time.
 */
export function cache<Values extends readonly unknown[], Result>(
  work: Work<Values, Result>,
): Work<Values, Result> {
  return (...values) => {
    const known = requests.getStore();
    if (known === undefined) return work(...values);
    let calls = below(known, work);
    for (const value of values) calls = below(calls.more, value);
    calls.outcome ??= attempt(() => work(...values));
    if ('error' in calls.outcome) throw calls.outcome.error;
    // Nothing else is kept for this work.
    return calls.outcome.value as Result;
  };
}

function below(calls: Map<unknown, Calls>, key: unknown): Calls {
  const known = calls.get(key) ?? { outcome: null, more: new Map() };
  calls.set(key, known);
  return known;
}

function attempt(work: () => unknown): NonNullable<Calls['outcome']> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

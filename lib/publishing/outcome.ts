import { AsyncLocalStorage } from 'node:async_hooks';

/** What a page cannot say in the words of Next: that something was withdrawn (410). */
export type Outcome = 'gone';

/** As for what a page shows (shown.ts): pages and server meet in one storage on globalThis. */
const SHARED = Symbol.for('saxaul.outcome');

type Store = AsyncLocalStorage<{ outcome: Outcome | null }>;

function storage(): Store {
  const shared = globalThis as typeof globalThis & { [SHARED]?: Store };
  shared[SHARED] ??= new AsyncLocalStorage();
  return shared[SHARED];
}

/** Notes what became of the page that is being made; without effect where nobody asks. */
export function noteOutcome(outcome: Outcome): void {
  const noted = storage().getStore();
  if (noted) noted.outcome = outcome;
}

/** Runs what makes a page, and tells what was noted of it. */
export async function collectOutcome<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly outcome: Outcome | null }> {
  const noted: { outcome: Outcome | null } = { outcome: null };
  const result = await storage().run(noted, async () => await work());
  return { result, outcome: noted.outcome };
}

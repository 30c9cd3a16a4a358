import { AsyncLocalStorage } from 'node:async_hooks';
import { onceInProcess } from '@/lib/site/onceInProcess';

/** What a page cannot say in the words of Next: that something was withdrawn (410). */
export type Outcome = 'gone';

interface Noted {
  outcome: Outcome | null;
}

/** Pages and the server that has them rendered meet in one storage. */
function storage(): AsyncLocalStorage<Noted> {
  return onceInProcess('outcome', () => new AsyncLocalStorage<Noted>());
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

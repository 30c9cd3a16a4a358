import { AsyncLocalStorage } from 'node:async_hooks';
import type { Shown } from '@/lib/archive/shown';
import { onceInProcess } from '@/lib/site/onceInProcess';

export type { Shown } from '@/lib/archive/shown';

/** Pages and the server that has them rendered meet in one storage. */
function storage(): AsyncLocalStorage<Set<Shown>> {
  return onceInProcess('shown', () => new AsyncLocalStorage<Set<Shown>>());
}

/** Notes what the page that is being made shows; without effect where nobody collects it. */
export function noteShown(things: Iterable<Shown>): void {
  const shown = storage().getStore();
  if (shown) for (const thing of things) shown.add(thing);
}

/** Runs what makes a page, and tells what the page shows. */
export async function collectShown<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly shown: ReadonlySet<Shown> }> {
  const shown = new Set<Shown>();
  // Awaited within: work that begins only when it is waited for would begin outside.
  const result = await storage().run(shown, async () => await work());
  return { result, shown };
}

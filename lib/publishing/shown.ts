import { AsyncLocalStorage } from 'node:async_hooks';
import type { Shown } from '@/lib/archive/shown';

export type { Shown } from '@/lib/archive/shown';

/**
 * Pages are bundled apart from the server that has them rendered; both meet in one storage that is
 * kept on globalThis.
 */
const SHARED = Symbol.for('saxaul.shown');

type Store = AsyncLocalStorage<Set<Shown>>;

function storage(): Store {
  const shared = globalThis as typeof globalThis & { [SHARED]?: Store };
  shared[SHARED] ??= new AsyncLocalStorage();
  return shared[SHARED];
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

import type { Shown } from '@/lib/publishing/shown';
import type { Answer, Wanted } from '@/lib/server/pages/answer';
import { type FinishedDocument, finishDocument } from '@/lib/server/pages/document';
import type { Page } from '@/lib/server/pages/page';
import { PageCache } from '@/lib/server/pages/pageCache';
import type { SitePath } from '@/lib/site/routes';

interface Order {
  readonly path: SitePath;
  readonly wanted: Wanted;
  readonly serve: (answer: Answer) => Promise<void>;
}

/** Orders that wait until the test answers them. */
export class Kitchen {
  readonly orders: Order[] = [];
  /** Whether an order is begun as soon as it comes. */
  isIdle = true;
  make = (path: SitePath, wanted: Wanted): Promise<Answer> =>
    new Promise((resolve) => {
      wanted.isBegun = this.isIdle;
      const serve = async (answer: Answer) => {
        resolve(answer);
        // The cache and those who wait hear of it in the turns that follow.
        await new Promise((done) => setImmediate(done));
      };
      this.orders.push({ path, wanted, serve });
    });
  next() {
    const order = this.orders.shift();
    if (!order) throw new Error('Nothing was ordered');
    return order;
  }
}

/** Milliseconds for which the pages made here are fresh. */
export const FRESH = 60_000;

let version = 0;
export function page(shown: Shown[] = ['site'], size = 1000): { kind: 'page'; page: Page } {
  version += 1;
  const body = Buffer.from(`version ${version}`);
  const etag = `W/"${version}"`;
  const bodies = { brotli: body, gzip: body, etag, links: [], policy: '' };
  const made = { ...bodies, shown: new Set(shown), steadyFor: FRESH, size };
  return { kind: 'page', page: made };
}

/** @param modified milliseconds since 1970 */
export async function document(
  body: string,
  modified: number | null,
): Promise<{ kind: 'document'; document: FinishedDocument }> {
  const made = await finishDocument({ type: 'text/plain', body, modified }, new Set(['site']));
  return { kind: 'document', document: made };
}

export let kitchen: Kitchen;
export const clock = { now: 0 };
export let cache: PageCache;

/** A kitchen and a cache of their own for each test: for `beforeEach`. */
export function openKitchen(): void {
  kitchen = new Kitchen();
  clock.now = 1_000_000;
  cache = new PageCache({ make: kitchen.make, maxBytes: 10_000, now: () => clock.now });
}

/** Has a page made and kept. */
export async function keep(path: SitePath, shown?: Shown[], size?: number) {
  const waiting = cache.get(path);
  const made = page(shown, size);
  await kitchen.next().serve(made);
  await waiting;
  return made.page;
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { Shown } from '@/lib/publishing/shown';
import type { Answer } from '@/lib/server/pages/answer';
import type { Page } from '@/lib/server/pages/page';
import { FRESH, PageCache, STALE } from '@/lib/server/pages/pageCache';
import type { SitePath } from '@/lib/site/routes';

/** Orders that wait until the test answers them. */
class Kitchen {
  readonly orders: { path: SitePath; serve: (answer: Answer) => Promise<void> }[] = [];
  make = (path: SitePath): Promise<Answer> =>
    new Promise((resolve) => {
      const serve = async (answer: Answer) => {
        resolve(answer);
        // The cache and those who wait hear of it in the turns that follow.
        await new Promise((done) => setImmediate(done));
      };
      this.orders.push({ path, serve });
    });
  next() {
    const order = this.orders.shift();
    if (!order) throw new Error('Nothing was ordered');
    return order;
  }
}

let version = 0;
function page(shown: Shown[] = ['site'], size = 1000): { kind: 'page'; page: Page } {
  version += 1;
  const body = Buffer.from(`version ${version}`);
  const etag = `W/"${version}"`;
  const made = { brotli: body, gzip: body, etag, policy: '', shown: new Set(shown), size };
  return { kind: 'page', page: made };
}

let kitchen: Kitchen;
let now: number;
let cache: PageCache;

beforeEach(() => {
  kitchen = new Kitchen();
  now = 1_000_000;
  cache = new PageCache({ make: kitchen.make, maxBytes: 10_000, now: () => now });
});

/** Has a page made and kept. */
async function keep(path: SitePath, shown?: Shown[], size?: number) {
  const waiting = cache.get(path);
  const made = page(shown, size);
  await kitchen.next().serve(made);
  await waiting;
  return made.page;
}

describe('a page', () => {
  it('is made once for all who ask at the same time', async () => {
    const readers = [cache.get('/a'), cache.get('/a'), cache.get('/a')];
    const made = page();
    await kitchen.next().serve(made);
    expect(kitchen.orders).toHaveLength(0);
    for (const answer of await Promise.all(readers)) expect(answer).toEqual(made);
  });

  it('is at hand while it is fresh', async () => {
    const made = await keep('/a');
    now += FRESH - 1;
    expect(cache.peek('/a')).toBe(made);
    expect(kitchen.orders).toHaveLength(0);
  });

  it('is still shown when it is stale, and made anew once', async () => {
    const old = await keep('/a');
    now += FRESH;
    expect(cache.peek('/a')).toBe(old);
    expect(cache.peek('/a')).toBe(old);
    const renewed = page();
    await kitchen.next().serve(renewed);
    expect(kitchen.orders).toHaveLength(0);
    expect(cache.peek('/a')).toBe(renewed.page);
  });

  it('is waited for when the old one is too old', async () => {
    await keep('/a');
    now += FRESH + STALE + 1;
    expect(cache.peek('/a')).toBeUndefined();
    const waiting = cache.get('/a');
    const renewed = page();
    await kitchen.next().serve(renewed);
    expect(await waiting).toEqual(renewed);
  });

  it('stays where its renewal fails, and is tried again later', async () => {
    const old = await keep('/a');
    now += FRESH;
    cache.peek('/a');
    await kitchen.next().serve({ kind: 'fault' });
    expect(cache.peek('/a')).toBe(old);
    expect(kitchen.orders).toHaveLength(0);
    now += 60_000;
    expect(cache.peek('/a')).toBe(old);
    expect(kitchen.orders).toHaveLength(1);
  });

  it('is better too old than not at all', async () => {
    const old = await keep('/a');
    now += 10 * STALE;
    const waiting = cache.get('/a');
    await kitchen.next().serve({ kind: 'fault' });
    expect(await waiting).toEqual({ kind: 'page', page: old });
  });

  it('goes when there is nothing at its address any more', async () => {
    await keep('/a');
    now += FRESH;
    cache.peek('/a');
    await kitchen.next().serve({ kind: 'missing' });
    expect(cache.peek('/a')).toBeUndefined();
  });
});

it.each<Answer>([
  { kind: 'missing' },
  { kind: 'fault' },
  { kind: 'redirect', status: 308, location: '/b' },
])('does not keep what is no page: $kind', async (answer) => {
  const waiting = cache.get('/a');
  await kitchen.next().serve(answer);
  expect(await waiting).toEqual(answer);
  expect(cache.extent).toEqual({ pages: 0, bytes: 0 });
});

it('holds no more than its memory, and gives up what was read longest ago', async () => {
  for (let number = 0; number < 10; number += 1) await keep(`/${number}`, ['site'], 1000);
  cache.peek('/0');
  await keep('/new', ['site'], 1000);
  expect(cache.extent).toEqual({ pages: 10, bytes: 10_000 });
  expect(cache.peek('/0')).toBeDefined();
  expect(cache.peek('/1')).toBeUndefined();
});

describe('a change', () => {
  it('drops exactly the pages that show it', async () => {
    await keep('/articles/a', ['site', 'article:a', 'author:x']);
    await keep('/people/x', ['site', 'article:a', 'author:x', 'list:author:x']);
    await keep('/articles/b', ['site', 'article:b']);
    expect(cache.drop(['article:a'])).toEqual(['/people/x', '/articles/a']);
    expect(cache.peek('/articles/b')).toBeDefined();
    expect(cache.peek('/people/x')).toBeUndefined();
    expect(kitchen.orders).toHaveLength(0);
  });

  it('keeps out what was being made when it happened', async () => {
    const waiting = cache.get('/articles/a');
    cache.drop(['article:a']);
    await kitchen.next().serve(page(['article:a']));
    await waiting;
    expect(cache.extent.pages).toBe(0);
  });

  it('lets through what was being made and does not show it', async () => {
    const waiting = cache.get('/articles/b');
    cache.drop(['article:a']);
    await kitchen.next().serve(page(['article:b']));
    await waiting;
    expect(cache.extent.pages).toBe(1);
  });

  it('has pages made anew without taking them away', async () => {
    const old = await keep('/', ['rates']);
    const other = await keep('/b', ['site']);
    expect(cache.expire(['rates'])).toEqual(['/']);
    expect(cache.peek('/')).toBe(old);
    expect(cache.peek('/b')).toBe(other);
    expect(kitchen.orders.map(({ path }) => path)).toEqual(['/']);
  });
});

describe('renew', () => {
  it('makes a page anew at once that is kept, and shows the old one meanwhile', async () => {
    const old = await keep('/rates', ['rates']);
    cache.renew(['/rates']);
    expect(kitchen.orders.map(({ path }) => path)).toEqual(['/rates']);
    expect(cache.peek('/rates')).toBe(old);
    const renewed = page(['rates']);
    await kitchen.next().serve(renewed);
    expect(cache.peek('/rates')).toBe(renewed.page);
    expect(kitchen.orders).toHaveLength(0);
  });

  it('makes pages that nobody has asked for yet', async () => {
    cache.renew(['/', '/rates']);
    expect(kitchen.orders.map(({ path }) => path)).toEqual(['/', '/rates']);
    const front = page();
    await kitchen.next().serve(front);
    expect(cache.peek('/')).toBe(front.page);
  });

  it('is one with the readers who ask meanwhile', async () => {
    cache.renew(['/rates']);
    const reader = cache.get('/rates');
    const made = page();
    await kitchen.next().serve(made);
    expect(await reader).toEqual(made);
    expect(kitchen.orders).toHaveLength(0);
  });

  it('waits for what is under way, and makes it once more', async () => {
    const reader = cache.get('/rates');
    const first = kitchen.next();
    cache.renew(['/rates']);
    cache.renew(['/rates']);
    expect(kitchen.orders).toHaveLength(0);
    const made = page(['rates']);
    await first.serve(made);
    expect(await reader).toEqual(made);
    expect(kitchen.orders.map(({ path }) => path)).toEqual(['/rates']);
    const renewed = page(['rates']);
    await kitchen.next().serve(renewed);
    expect(cache.peek('/rates')).toBe(renewed.page);
    expect(kitchen.orders).toHaveLength(0);
  });

  it.each(['fault', 'missing'] as const)(
    'makes it once more as well where it is a %s',
    async (kind) => {
      const reader = cache.get('/rates');
      const first = kitchen.next();
      cache.renew(['/rates']);
      await first.serve({ kind });
      await reader;
      expect(kitchen.orders).toHaveLength(1);
    },
  );

  it('leaves the old page where it fails', async () => {
    const old = await keep('/rates', ['rates']);
    cache.renew(['/rates']);
    await kitchen.next().serve({ kind: 'fault' });
    expect(cache.peek('/rates')).toBe(old);
  });

  it('after a change shows figures that are older than it until it is done, and no longer', async () => {
    const reader = cache.get('/rates');
    const first = kitchen.next();
    cache.expire(['rates']);
    cache.renew(['/rates']);
    const old = page(['rates']);
    await first.serve(old);
    await reader;
    expect(cache.peek('/rates')).toBe(old.page);
    const renewed = page(['rates']);
    await kitchen.next().serve(renewed);
    expect(cache.peek('/rates')).toBe(renewed.page);
  });
});

describe('a page that was begun before a change of what it shows', () => {
  it('is kept, but due at once, where old figures may be shown for a moment', async () => {
    const reader = cache.get('/about');
    const first = kitchen.next();
    cache.expire(['rates']);
    const old = page(['rates']);
    await first.serve(old);
    await reader;
    expect(cache.peek('/about')).toBe(old.page);
    const renewed = page(['rates']);
    await kitchen.next().serve(renewed);
    expect(cache.peek('/about')).toBe(renewed.page);
  });

  it('is not kept where nothing old may be shown', async () => {
    const reader = cache.get('/about');
    const first = kitchen.next();
    cache.drop(['rates']);
    await first.serve(page(['rates']));
    await reader;
    expect(cache.extent.pages).toBe(0);
  });
});

describe('a page that answers a query', () => {
  it('is never kept', async () => {
    for (const path of ['/rates?amount=5', '/rates?', '/rates?amount=5&from=USD'] as const) {
      const reader = cache.get(path);
      const made = page();
      await kitchen.next().serve(made);
      expect(await reader).toEqual(made);
      expect(cache.peek(path)).toBeUndefined();
    }
    expect(cache.extent).toEqual({ pages: 0, bytes: 0 });
  });

  it('is still made once for all who ask for it at the same time', async () => {
    const readers = [cache.get('/rates?amount=5'), cache.get('/rates?amount=5')];
    const made = page();
    await kitchen.next().serve(made);
    expect(kitchen.orders).toHaveLength(0);
    for (const answer of await Promise.all(readers)) expect(answer).toEqual(made);
  });

  it('leaves the page without one alone', async () => {
    const kept = await keep('/rates');
    const reader = cache.get('/rates?amount=5');
    await kitchen.next().serve({ kind: 'missing' });
    await reader;
    expect(cache.peek('/rates')).toBe(kept);
  });
});

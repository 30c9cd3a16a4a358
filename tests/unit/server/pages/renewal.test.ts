import { beforeEach, describe, expect, it } from 'vitest';
import { cache, clock, keep, kitchen, openKitchen, page } from './kitchen';

beforeEach(openKitchen);

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

describe('a page that waits to be begun', () => {
  it('is for those too who ask after a change of what it shows, and is kept', async () => {
    kitchen.isIdle = false;
    const before = cache.get('/about');
    cache.drop(['rates']);
    const after = cache.get('/about');
    const made = page(['rates']);
    await kitchen.next().serve(made);
    expect(kitchen.orders).toHaveLength(0);
    for (const answer of await Promise.all([before, after])) expect(answer).toEqual(made);
    expect(cache.peek('/about')).toBe(made.page);
  });
});

describe('what is made before a reader asks', () => {
  it('is waited for by nobody until one does', async () => {
    const prepared = cache.prepare('/about');
    const order = kitchen.next();
    expect(order.wanted.isAwaited).toBe(false);
    const reader = cache.get('/about');
    expect(order.wanted.isAwaited).toBe(true);
    const made = page();
    await order.serve(made);
    await prepared;
    expect(await reader).toEqual(made);
  });

  it('is not made where it is there', async () => {
    await keep('/about');
    await cache.prepare('/about');
    expect(kitchen.orders).toHaveLength(0);
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

it('a page that was made later than it is now is made anew: the clock was set back', async () => {
  const old = await keep('/', ['site']);
  clock.now -= 1_000;
  expect(cache.peek('/')).toBe(old);
  expect(kitchen.orders.map(({ path }) => path)).toEqual(['/']);
});

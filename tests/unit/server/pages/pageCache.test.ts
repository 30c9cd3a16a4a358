import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '@/lib/server/pages/answer';
import { STALE } from '@/lib/server/pages/pageCache';
import { cache, clock, FRESH, keep, kitchen, openKitchen, page } from './kitchen';

beforeEach(openKitchen);

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
    clock.now += FRESH - 1;
    expect(cache.peek('/a')).toBe(made);
    expect(kitchen.orders).toHaveLength(0);
  });

  it('is still shown when it is stale, and made anew once', async () => {
    const old = await keep('/a');
    clock.now += FRESH;
    expect(cache.peek('/a')).toBe(old);
    expect(cache.peek('/a')).toBe(old);
    const renewed = page();
    await kitchen.next().serve(renewed);
    expect(kitchen.orders).toHaveLength(0);
    expect(cache.peek('/a')).toBe(renewed.page);
  });

  it('is waited for when the old one is too old', async () => {
    await keep('/a');
    clock.now += FRESH + STALE + 1;
    expect(cache.peek('/a')).toBeUndefined();
    const waiting = cache.get('/a');
    const renewed = page();
    await kitchen.next().serve(renewed);
    expect(await waiting).toEqual(renewed);
  });

  it('stays where its renewal fails, and is tried again later', async () => {
    const old = await keep('/a');
    clock.now += FRESH;
    cache.peek('/a');
    await kitchen.next().serve({ kind: 'fault' });
    expect(cache.peek('/a')).toBe(old);
    expect(kitchen.orders).toHaveLength(0);
    clock.now += 60_000;
    expect(cache.peek('/a')).toBe(old);
    expect(kitchen.orders).toHaveLength(1);
  });

  it('is better too old than not at all', async () => {
    const old = await keep('/a');
    clock.now += 10 * STALE;
    const waiting = cache.get('/a');
    await kitchen.next().serve({ kind: 'fault' });
    expect(await waiting).toEqual({ kind: 'page', page: old });
  });

  it('goes when there is nothing at its address any more', async () => {
    await keep('/a');
    clock.now += FRESH;
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

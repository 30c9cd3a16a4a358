import { expect, it, vi } from 'vitest';
import { LEASE, Lease } from '@/lib/server/shared/lease';
import { ready, storeAt, valkey } from './support';

vi.spyOn(console, 'log').mockReturnValue();

async function two() {
  const { url } = await valkey();
  const stores = await Promise.all([ready(storeAt(url)), ready(storeAt(url))]);
  const clock = { now: 0 };
  const now = () => clock.now;
  const [one, other] = stores.map((store) => new Lease({ store, name: 'rates', now }));
  if (!one || !other) throw new Error('There are two');
  return { one, other, clock, store: stores[0] };
}

it('a lease has one holder, who keeps it', async () => {
  const { one, other } = await two();
  await Promise.all([one.hold(), other.hold()]);
  const holders = [one, other].filter(({ number }) => number !== null);
  expect(holders).toHaveLength(1);
  await Promise.all([one.hold(), other.hold(), one.hold(), other.hold()]);
  expect([one, other].filter(({ number }) => number !== null)).toEqual(holders);
});

it('a lease that is given back goes to the next, under a higher number', async () => {
  const { one, other } = await two();
  await one.hold();
  expect(one.number).toBe(1);
  await one.release();
  expect(one.number).toBeNull();
  await other.hold();
  expect(other.number).toBe(2);
  // Only the holder can give it back.
  await one.release();
  await one.hold();
  expect(one.number).toBeNull();
});

it('a holder who is not heard of any more counts as none, by its own clock too', async () => {
  const { one, other, clock, store } = await two();
  await one.hold();
  clock.now += LEASE - 1;
  expect(one.number).toBe(1);
  clock.now += 1;
  expect(one.number).toBeNull();
  // As the server does by its own clock.
  await store?.ask((client) => client.del(store.key('rates', 'lease')));
  await vi.waitFor(async () => {
    await other.hold();
    expect(other.number).toBe(2);
  }, 10_000);
  await one.hold();
  expect(one.number).toBeNull();
});

it('ends on the server by itself', async () => {
  const { one, store } = await two();
  await one.hold();
  const left = await store?.ask((client) => client.pTTL(store.key('rates', 'lease')));
  expect(left?.ok && left.value).toBeGreaterThan(0);
  expect(left?.ok && left.value).toBeLessThanOrEqual(LEASE);
});

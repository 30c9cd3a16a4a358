import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { digestOf } from '@/lib/rates/store/digest';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { SharedRates } from '@/lib/server/shared/sharedRates';
import { ready, storeAt, valkey } from './support';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

const figure = (day: number, rate: number, via = 'nbk'): StoredObservation => ({
  source: 'nbk',
  quote: 'KZT',
  date: `2026-11-${day}` as StoredObservation['date'],
  rate: `${rate}`,
  via,
  nominal: 1,
  fetchedAt: 5,
});

async function instance(url: string, ...figures: StoredObservation[]) {
  const rates = RateStore.inMemory();
  for (const one of figures) rates.put(one);
  const store = await storeAt(url);
  const shared = new SharedRates({ store, rates, providers: ['nbk'] });
  const work = { begin: vi.fn(), end: vi.fn(), onTaken: vi.fn() };
  shared.start(work);
  onTestFinished(() => shared.stop());
  await ready(store);
  return { rates, shared, work, store };
}

it('one fetches, and the others have what it has fetched', async () => {
  const { url } = await valkey();
  const one = await instance(url);
  await vi.waitFor(() => expect(one.work.begin).toHaveBeenCalledTimes(1));
  const other = await instance(url);
  one.rates.put(figure(24, 541.5));
  one.rates.choose('KZT', 'nbk', 7);
  await one.shared.share();
  await vi.waitFor(() => expect(other.work.onTaken).toHaveBeenCalled());
  expect(other.rates.all()).toEqual(one.rates.all());
  expect(digestOf(other.rates)).toBe(digestOf(one.rates));
  expect(other.work.begin).not.toHaveBeenCalled();
});

it('the next one fetches when the first has stopped', async () => {
  const { url } = await valkey();
  const one = await instance(url);
  await vi.waitFor(() => expect(one.work.begin).toHaveBeenCalled());
  const other = await instance(url);
  await one.shared.stop();
  await vi.waitFor(() => expect(other.work.begin).toHaveBeenCalledTimes(1), 10_000);
});

it('one who comes later has the figures of all before, and gives its own', async () => {
  const { url } = await valkey();
  const one = await instance(url, figure(23, 540), figure(24, 541));
  await vi.waitFor(() => expect(one.work.begin).toHaveBeenCalled());
  await one.shared.share();
  const later = await instance(url, figure(22, 539, 'import'));
  await vi.waitFor(() => expect(later.rates.all()).toHaveLength(3));
  await one.shared.share();
  await vi.waitFor(() => expect(digestOf(one.rates)).toBe(digestOf(later.rates)));
});

it('a holder of the past writes nothing over what its successor wrote', async () => {
  const { url } = await valkey();
  const past = await instance(url);
  await vi.waitFor(() => expect(past.work.begin).toHaveBeenCalled());
  // As if it had stood still for longer than its lease.
  await past.store.ask((client) => client.del(past.store.key('rates', 'lease')));
  const present = await instance(url);
  await vi.waitFor(() => expect(present.work.begin).toHaveBeenCalled());
  present.rates.put(figure(24, 541));
  await present.shared.share();
  past.rates.put(figure(24, 999));
  await past.shared.share();
  const [kept] = await Promise.all([
    present.store.ask((client) => client.hGet(present.store.key('rates'), 'nbk KZT 2026-11-24')),
  ]);
  expect(kept.ok && JSON.parse(String(kept.value))).toMatchObject({ rate: '541' });
});

it('figures of the publication itself are each store’s own', async () => {
  const { url } = await valkey();
  const one = await instance(url, figure(23, 540, 'content'));
  await vi.waitFor(() => expect(one.work.begin).toHaveBeenCalled());
  await one.shared.share();
  const other = await instance(url);
  await other.shared.share();
  expect(other.rates.all()).toEqual([]);
});

it('what is no figure is left out, whoever wrote it', async () => {
  const { url } = await valkey();
  const one = await instance(url);
  await vi.waitFor(() => expect(one.work.begin).toHaveBeenCalled());
  await one.store.ask((client) =>
    client.hSet(one.store.key('rates'), {
      a: '{',
      b: JSON.stringify({ ...figure(24, 541), rate: '<script>' }),
      c: JSON.stringify({ ...figure(24, 541), date: '2026-02-30' }),
      d: JSON.stringify(figure(25, 542)),
      judgements: '[]',
    }),
  );
  await one.store.ask((client) => client.publish(one.store.key('rates'), 'x'));
  await vi.waitFor(() => expect(one.rates.all()).toEqual([figure(25, 542)]));
});

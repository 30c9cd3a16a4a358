import { beforeEach, expect, it, vi } from 'vitest';
import { onceForAll } from '@/lib/server/shared/once';
import { slug } from '@/tests/fixtures/slugs';
import { ready, storeAt, valkey } from './support';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

const DAM = slug<'article'>('dam');
const NEWS = { appeared: [DAM], altered: [], vanished: [], shown: new Set(['front'] as const) };

it('of all instances one tells what was published', async () => {
  const { url } = await valkey();
  const told = vi.fn();
  const instances = await Promise.all(
    [1, 2, 3].map(async () => onceForAll(told, await ready(storeAt(url)))),
  );
  await Promise.all(instances.map((announce) => announce({ ...NEWS, commit: 'first' })));
  expect(told).toHaveBeenCalledTimes(1);
  await Promise.all(instances.map((announce) => announce({ ...NEWS, commit: 'second' })));
  expect(told).toHaveBeenCalledTimes(2);
  // What appears by its date has no commit.
  await Promise.all(instances.map((announce) => announce(NEWS)));
  await Promise.all(instances.map((announce) => announce({ ...NEWS, appeared: [] })));
  expect(told).toHaveBeenCalledTimes(4);
});

it('each tells where they cannot agree', async () => {
  const { url, stop } = await valkey();
  const stores = await Promise.all([ready(storeAt(url)), ready(storeAt(url))]);
  await stop();
  const told = vi.fn();
  await Promise.all(stores.map((store) => onceForAll(told, store)({ ...NEWS, commit: 'first' })));
  expect(told).toHaveBeenCalledTimes(2);
});

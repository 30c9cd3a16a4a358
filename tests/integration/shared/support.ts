import { onTestFinished } from 'vitest';
import { SharedStore } from '@/lib/server/shared/store';
import { readEnvironment } from '@/lib/site/environment';
import { type RunningValkey, startValkey } from '@/tests/support/valkey';

/** A server that ends with the running test. */
export async function valkey(settings?: readonly string[]): Promise<RunningValkey> {
  const running = await startValkey(settings);
  onTestFinished(() => running.stop());
  return running;
}

/** Nothing is measured here: on a busy machine an answer may take a while. */
const LONG = 20_000;

/** One instance's view of a server; ends with the running test. */
export async function storeAt(url: string, limit = LONG): Promise<SharedStore> {
  const { cache } = readEnvironment({ CACHE_URL: url });
  if (cache === null) throw new Error('There is no CACHE_URL');
  const store = await SharedStore.open({ cache, namespace: 'courier.example', beat: 100, limit });
  onTestFinished(() => store.stop());
  return store;
}

/** Waits until the server is asked. */
export async function ready(opening: SharedStore | Promise<SharedStore>): Promise<SharedStore> {
  const store = await opening;
  const recovered = new Promise<void>((resolve) => store.onRecovery(resolve));
  store.start();
  await recovered;
  return store;
}

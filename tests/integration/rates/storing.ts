import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Observation } from '@/lib/rates/observations';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { folderOf } from '@/tests/fixtures/folder';
import { observation } from '@/tests/unit/rates/build';

export const NOW = Date.parse('2026-04-16T12:00:00Z');

export let folder: string;
/** File of the test's own store. */
export let path: string;

/** A folder of its own for each test: for `beforeEach`. */
export function openFolder(): void {
  folder = folderOf({});
  path = join(folder, 'rates.db');
}

/** A connection that ends with the test, to the test's own file unless another is named. */
export function open(warn?: (message: string) => void, file: string = path): RateStore {
  const store = RateStore.open(file, warn);
  onTestFinished(() => store.close());
  return store;
}

export function stored(
  one: Observation,
  facts: Partial<StoredObservation> = {},
): StoredObservation {
  return { nominal: 1, fetchedAt: NOW, ...one, via: 'nbk', ...facts };
}

export const KZT = observation('KZT', '2026-04-16', '478.77', 'nbk');
export const EARLIER = observation('KZT', '2026-04-15', '481.54', 'nbk');
export const UZS = observation('UZS', '2026-04-16', '12142.10', 'cbu');

/** The figures of a store in short, as `SOURCE QUOTE DATE RATE VIA`. */
export function figures(store: RateStore): string[] {
  return store
    .all()
    .map(({ source, quote, date: day, rate, via }) => [source, quote, day, rate, via].join(' '));
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRow } from '@/lib/cli/faults/faultRow';
import { Crowd } from '@/tests/support/readers/crowd';
import type { Seen } from '@/tests/support/readers/seen';
import { either } from './form';
import { FRESH, PATHS, picturesOf } from './reading';

/** How a fault ended: how the site came out of it, and after how many milliseconds. */
export type Recovery = readonly [how: string, milliseconds: number | null];

interface Observation {
  readonly fault: string;
  readonly address: string;
  /** What is read beside the pages of the sample publication; none of these where it is given. */
  readonly paths?: readonly string[];
  readonly fresh?: readonly string[];
  readonly readers?: number;
  readonly patience?: number;
  /** Brings the fault about, and resolves when the site has recovered. */
  readonly during: (crowd: Crowd) => Promise<Recovery>;
}

const CALM = either(300, 3_000);

/** Has readers read before, during and after a fault, and puts down what they saw. */
export async function observe(observation: Observation): Promise<Seen> {
  const { fault, address, paths, fresh = FRESH, readers = either(6, 16) } = observation;
  const crowd = await Crowd.start({
    address,
    paths: paths ?? [...PATHS, ...(await picturesOf(address))],
    fresh,
    readers,
    rest: 4,
    patience: observation.patience ?? 20_000,
  });
  await sleep(CALM);
  const [recovery, milliseconds] = await observation.during(crowd);
  await sleep(CALM);
  const seen = await crowd.stop();
  const { requests, failed, slowest } = seen;
  record({ fault, requests, failed, slowest, recovery, milliseconds });
  return seen;
}

/** Writes a row down for the table, where a run asks for one. */
export function record(row: FaultRow): void {
  const folder = process.env.FAULTS_RESULTS;
  if (!folder || row.fault === '') return;
  const name = row.fault.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(row));
}

const PATIENCE = 60_000;

/**
 * Waits until something is so, which it will be by itself.
 * @returns milliseconds that it took
 */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > PATIENCE) throw new Error(`It did not come to be: ${what}`);
    await sleep(20);
  }
  return performance.now() - begun;
}

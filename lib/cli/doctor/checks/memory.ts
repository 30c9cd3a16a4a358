import { totalmem } from 'node:os';
import { counted } from '@/lib/site/counted';
import { type Check, error, type Finding, ok, warning } from '../finding';

const MEGABYTE = 1_000_000;
/** What the server and the process that publishes take without any page (docs/operators.md). */
const PROGRAM = 550 * MEGABYTE;

export const memory: Check = {
  name: 'memory',
  run: ({ environment }) => [judgeMemory(availableMemory(), environment.pageCacheBytes)],
};

/** Bytes that the process may use: of the machine, or of the container that it is in. */
function availableMemory(): number {
  const limit = process.constrainedMemory();
  // Where there is none, some systems say so by 0, others by a number beyond any machine.
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** @param available bytes @param cache bytes that finished pages may take */
export function judgeMemory(available: number, cache: number): Finding {
  const needed = PROGRAM + cache;
  const [has, needs] = [available, needed].map((bytes) => Math.round(bytes / MEGABYTE));
  const found = `${counted(has ?? 0, 'megabyte')} of memory are there; the server takes about ${needs} with PAGE_CACHE full.`;
  const mend = 'Set PAGE_CACHE lower, or use a larger machine.';
  if (available < needed) return error(found, mend);
  return available < needed * 1.3 ? warning(found, mend) : ok(found);
}

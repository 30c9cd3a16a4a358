import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, error, type Finding, ok, reason, warning } from '../finding';

const MEGABYTE = 1_000_000;
/** Below the first, archive and rates may not be written any more; below the second, pictures fill it soon. */
const TOO_LITTLE = 100 * MEGABYTE;
const LITTLE = 1_000 * MEGABYTE;

export const data: Check = {
  name: 'data',
  run: ({ environment: { dataDir } }) => {
    const file = join(dataDir, `doctor-${randomUUID()}`);
    try {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, 'Can this be written?\n', { flush: true });
      rmSync(file);
    } catch (thrown) {
      return [
        error(
          `DATA_DIR cannot be written (${reason(thrown)}).`,
          `Give the user of the server the right to write ${dataDir}, make room, or set DATA_DIR to another folder.`,
        ),
      ];
    }
    const { bavail, bsize } = statfsSync(dataDir);
    return [ok(`${dataDir} can be written.`), judgeSpace(bavail * bsize)];
  },
};

/** @param free bytes */
export function judgeSpace(free: number): Finding {
  const found = `${Math.floor(free / MEGABYTE)} MB are free for DATA_DIR.`;
  const mend = 'Make room, or move DATA_DIR. images/ and share/ in it may be deleted at any time.';
  if (free < TOO_LITTLE) return error(found, mend);
  return free < LITTLE ? warning(found, mend) : ok(found);
}

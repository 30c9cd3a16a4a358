import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * A small disk of its own, in memory, for the tests of a file.
 * @throws Error that says what is needed, where nobody may mount one
 */
export function smallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder];
  const mounted = spawnSync('mount', options, { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(
      `The tests of a full disk mount a small one, which root may do (in containers, with the capability ` +
        `SYS_ADMIN): ${mounted.stderr || mounted.error?.message}`,
    );
  }
  afterAll(() => {
    // Lazily: a server that did not end may still have files open.
    spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A command without the right of root to write where nobody may. */
export function withoutOverride(...command: readonly [string, ...string[]]): typeof command {
  if (process.getuid?.() !== 0) return command;
  return ['setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner', '--', ...command];
}

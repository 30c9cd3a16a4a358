import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Nothing is there: what a developer's own server has stored is not what a test says it is. */
const NO_DATA = join(tmpdir(), 'saxaul-tests-without-data');

/** Runs one of the program's commands from its root, as the npm script does. */
export function run(
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Run {
  const command = spawnSync(process.execPath, ['lib/cli/run.mjs', name, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: undefined,
      NODE_OPTIONS: undefined,
      DATA_DIR: NO_DATA,
      ...environment,
    },
  });
  return { code: command.status, out: command.stdout, err: command.stderr };
}

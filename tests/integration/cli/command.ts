import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs one of the program's commands from its root, as the npm script does. */
export function run(
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Run {
  const command = spawnSync(process.execPath, ['lib/cli/run.mjs', name, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: undefined, NODE_OPTIONS: undefined, ...environment },
  });
  return { code: command.status, out: command.stdout, err: command.stderr };
}

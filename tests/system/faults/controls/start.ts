import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { folderOf } from '@/tests/fixtures/folder';
import { bundled } from '@/tests/support/bundled';
import { withoutOverride } from '../support/tmpfs';
import type { NaiveOptions, NaiveOrder } from './options';

/** A server without some of the defences, in a process of its own until the test is done. */
export interface NaiveServer {
  readonly address: string;
  readonly port: number;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** Resolves when the order has come in. */
  readonly tell: (order: NaiveOrder) => Promise<void>;
}

interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that the process may open. */
  readonly openFiles?: number;
  readonly contentDir?: string;
  /** A folder that outlives it; without it, it has its own. */
  readonly dataDir?: string;
  /** Whether it may write only where everybody may, even if root runs the tests. */
  readonly isBound?: boolean;
}

let program: string | undefined;

/** @throws Error where it ends before it serves */
export async function naive(
  options: NaiveOptions,
  surroundings: Surroundings = {},
): Promise<NaiveServer> {
  const { environment = {}, openFiles, contentDir = 'content', isBound = false } = surroundings;
  program ??= bundled('tests/system/faults/controls/program.ts');
  const dataDir = surroundings.dataDir ?? folderOf({});
  const bare = [process.execPath, program, JSON.stringify(options)] as const;
  const own = isBound ? withoutOverride(...bare) : bare;
  const limited = openFiles === undefined ? own : ['prlimit', `--nofile=${openFiles}`, ...own];
  const [command = '', ...values] = limited;
  const child: ChildProcess = spawn(command, values, {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      CONTENT_DIR: contentDir,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The control ended with ${code} before it served`);
  });
  const [port] = await Promise.race([once(child, 'message'), ended]);
  // Its end later on is what the test is about, or is brought about by it.
  ended.catch(() => undefined);
  const tell = async (order: NaiveOrder): Promise<void> => {
    const taken = once(child, 'message');
    child.send(order);
    await taken;
  };
  return { address: `http://127.0.0.1:${port}`, port: Number(port), dataDir, child, tell };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { folderOf } from '@/tests/fixtures/folder';
import { bundled } from '@/tests/support/bundled';
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
}

let program: string | undefined;

export async function naive(
  options: NaiveOptions,
  { environment = {}, openFiles, contentDir = 'content' }: Surroundings = {},
): Promise<NaiveServer> {
  program ??= bundled('tests/system/faults/controls/program.ts');
  const dataDir = folderOf({});
  const own = [process.execPath, program, JSON.stringify(options)];
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
  const [port] = await once(child, 'message');
  const tell = async (order: NaiveOrder): Promise<void> => {
    const taken = once(child, 'message');
    child.send(order);
    await taken;
  };
  return { address: `http://127.0.0.1:${port}`, port: Number(port), dataDir, child, tell };
}

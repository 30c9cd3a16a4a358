import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canInstall, install, runs } from './programs';
import { freePort } from './server';

/** Thrown where tests have no Valkey or Redis server; the message says how to get one. */
class ValkeyMissing extends Error {}

const ADVICE =
  'Tests need a Valkey or Redis server for what instances share. Install "valkey-server" or "redis-server", or name one in VALKEY_PATH.';

/** Path of the program, which is installed where that is possible. */
export function ensureValkey(): string {
  const named = process.env.VALKEY_PATH;
  if (named !== undefined) {
    if (runs(named)) return named;
    throw new ValkeyMissing(`VALKEY_PATH names "${named}", which does not run. ${ADVICE}`);
  }
  const found = ['valkey-server', 'redis-server'].find((program) => runs(program));
  if (found !== undefined) return found;
  if (!canInstall()) throw new ValkeyMissing(ADVICE);
  console.error('No Valkey or Redis server found: installing one for the tests ...');
  try {
    install('redis-server');
  } catch (error) {
    throw new ValkeyMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return 'redis-server';
}

/** A server of a test's own, with nothing in it. */
export interface RunningValkey {
  readonly port: number;
  /** As `CACHE_URL` takes it. */
  readonly url: string;
  /** Path of its socket, which leads to the same. */
  readonly socket: string;
  readonly stop: () => Promise<void>;
}

const START_MILLISECONDS = 20_000;

/** @throws Error where it does not come up */
export async function startValkey(settings: readonly string[] = []): Promise<RunningValkey> {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-valkey-'));
  const port = await freePort();
  const socket = join(folder, 'valkey.sock');
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn(ensureValkey(), [...own, '--unixsocket', socket, ...settings], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error('The Valkey server of the tests does not come up.');
    }
    await sleep(20);
  }
  return { port, url: `redis://127.0.0.1:${port}`, socket, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // It is not up yet.
    return false;
  } finally {
    socket.destroy();
  }
}

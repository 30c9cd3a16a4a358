import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { undoAtExit } from './cleanUp';

/** A server in a process of its own. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Ends it as a failure of power would. */
  readonly kill: () => Promise<void>;
}

export interface ServerCommand {
  readonly program: string;
  readonly values: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The processor that it may use, from 0; any of them without it. */
  readonly core?: number;
  readonly port: number;
}

/** A start that has to build takes minutes on a slow machine. */
const LONGEST_START = 5 * 60_000;
const POLL = 50;
const GRACE = 10_000;
const KEPT_OUTPUT = 4000;

export function isInstalled(program: string, parameter = '--version'): boolean {
  return spawnSync(program, [parameter]).status === 0;
}

/**
 * Starts a server and waits until it answers.
 * @throws Error with the end of its output where it does not come up
 */
export async function startServer(command: ServerCommand): Promise<RunningServer> {
  const { port, environment } = command;
  const address = `http://127.0.0.1:${port}`;
  const [program = '', ...values] = pinned([command.program, ...command.values], command.core);
  const child = spawn(program, values, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  undoAtExit(() => child.kill('SIGKILL'));
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const deadline = Date.now() + LONGEST_START;
  while (!(await answers(address))) {
    if (hasEnded(child) || Date.now() > deadline) {
      throw new Error(`${command.program} did not come up:\n${output}`);
    }
    await sleep(POLL);
  }
  const { pid } = child;
  if (pid === undefined) throw new Error('The server has no process id');
  return {
    address,
    port,
    pid,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

/** A command that runs on one processor; unchanged where the system cannot say so. */
export function pinned(command: readonly string[], core: number | undefined): string[] {
  if (core === undefined || !isInstalled('taskset')) return [...command];
  return ['taskset', '-c', String(core), ...command];
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await ended;
  clearTimeout(patience);
}

/** Asked for what no server has, so that no page is at hand before it is measured. */
async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/no-such-file`, { headers: { connection: 'close' } });
    await response.arrayBuffer();
    return true;
  } catch {
    // Refused connections are how a server looks that is not up yet.
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => {
        if (port === undefined) reject(new Error('The system gave no free port'));
        else resolve(port);
      });
    });
  });
}

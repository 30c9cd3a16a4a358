import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { undoAtExit } from './cleanUp';

/** A production server in a process of its own. */
export interface RunningSite {
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** A start that has to build takes minutes on a slow machine. */
const LONGEST_START = 15 * 60_000;
const POLL = 100;
const GRACE = 5000;
const KEPT_OUTPUT = 4000;

/**
 * Starts the site as `npm start` does, on a free port, and waits until it answers.
 * @throws Error with the end of its output where it does not come up
 */
export async function startSite(contentDir: string, dataDir: string): Promise<RunningSite> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join('lib', 'cli', 'run.mjs'), 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      // Pages name their own address; one that changes with the port would change their size.
      SITE_URL: 'https://bench.example',
    },
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
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not come up:\n${output}`);
    }
    await sleep(POLL);
  }
  const { pid } = child;
  if (pid === undefined) throw new Error('The server has no process id');
  return { address, pid, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await ended;
  clearTimeout(patience);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { connection: 'close' } });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Refused connections are how a server looks that is not up yet.
    return false;
  }
}

function freePort(): Promise<number> {
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

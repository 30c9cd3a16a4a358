import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A production server of the site, in a process of its own. */
export interface RunningSite {
  readonly address: string;
  readonly pid: number;
  readonly dataDir: string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Ends the server as its operator would; its data folder goes too, unless it was given. */
  readonly stop: () => Promise<void>;
  /** Ends it as a failure of power would. */
  readonly kill: () => void;
}

export interface SiteOptions {
  readonly contentDir?: string;
  /** A folder that outlives the server; without it the server has its own. */
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is typed to start it; without it the program that `npm start` runs. */
  readonly command?: readonly [program: string, ...values: string[]];
  /** What it prints when it serves; without it what `npm start` prints. */
  readonly ready?: RegExp;
}

// The first start of a fresh clone builds the site.
const START_MILLISECONDS = 300_000;
const STOP_MILLISECONDS = 15_000;

/**
 * Starts the site as `npm start` does, on a port of its own.
 * @throws Error with what the server printed, where it ends or stays silent before it serves
 */
export async function startSite(options: SiteOptions = {}): Promise<RunningSite> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'saxaul-data-'));
  const port = await freePort();
  const [program, ...values] = options.command ?? [process.execPath, 'lib/cli/run.mjs', 'start'];
  const child = spawn(program, values, {
    env: environmentOf({
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      CONTENT_DIR: options.contentDir ?? 'content',
      RATES_REFRESH: 'off',
      LOG_FORMAT: 'text',
      ...options.environment,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const log = () => printed.join('');
  const stop = async () => {
    await end(child, log);
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilServing(child, log, options.ready ?? /Serving .+ at http/);
  } catch (error) {
    await stop();
    throw error;
  }
  const kill = () => child.kill('SIGKILL');
  const { pid = 0 } = child;
  return { address: `http://127.0.0.1:${port}`, pid, dataDir, log, stop, kill };
}

const INHERITED = new Set(['PATH', 'HOME', 'TMPDIR', 'LANG']);

/** What an operator sets, and nothing that a test runner or a developer's shell has set. */
function environmentOf(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (!INHERITED.has(name)) Reflect.deleteProperty(environment, name);
  }
  return { ...environment, ...settings };
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

function untilServing(child: ChildProcess, log: () => string, ready: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}. It printed:\n${log()}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MILLISECONDS);
    child.once('error', (error) => fail(`cannot be run (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code}`);
    });
    child.stdout?.on('data', () => {
      if (!ready.test(log())) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function end(child: ChildProcess, log: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
  await ended;
  clearTimeout(timer);
  if (child.signalCode === 'SIGKILL') {
    throw new Error(`The server did not end when it was told to. It printed:\n${log()}`);
  }
}

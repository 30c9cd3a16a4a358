import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, install, runs } from './programs';
import { untilListening } from './untilListening';

/** Thrown where no Caddy can be had; the message says how to get one. */
export class CaddyMissing extends Error {
  override readonly name = 'CaddyMissing';
}

const ADVICE =
  'Tests of what stands in front of the server need Caddy. Install it with the package manager of ' +
  'your system, or name the program in CADDY_PATH.';

/**
 * Name of a Caddy that runs: the one of CADDY_PATH or the system's. Installs one where there is none.
 * @throws CaddyMissing where CADDY_PATH names no working program, or installing failed
 */
export function ensureCaddy(): string {
  const named = process.env.CADDY_PATH;
  if (named) {
    if (runs(named, 'version')) return named;
    throw new CaddyMissing(`CADDY_PATH is "${named}", which is no Caddy that runs.`);
  }
  if (runs('caddy', 'version')) return 'caddy';
  if (!canInstall()) throw new CaddyMissing(ADVICE);
  console.error('No Caddy found: installing one for the tests of proxies ...');
  try {
    install('caddy');
  } catch (error) {
    throw new CaddyMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return 'caddy';
}

/** A Caddy with a folder of its own, in which all that it keeps is. */
export interface RunningCaddy {
  readonly pid: number;
  readonly log: () => string;
  /** Ends it, and removes its folder. */
  readonly stop: () => Promise<void>;
}

export interface CaddyOptions {
  readonly caddyfile: string;
  /** A port of 127.0.0.1 that it listens on when it is ready. */
  readonly port: number;
  /** What the Caddyfile reads from its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts Caddy in a fresh folder.
 * @throws Error with what Caddy says, where it does not take the Caddyfile or does not listen
 */
export async function startCaddy(options: CaddyOptions): Promise<RunningCaddy> {
  const program = ensureCaddy();
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-caddy-'));
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, options.caddyfile);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, ...options.environment };
  const parameters = ['--config', file, '--adapter', 'caddyfile'];
  const check = spawnSync(program, ['validate', ...parameters], { encoding: 'utf8', env });
  if (check.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`Caddy does not take the Caddyfile:\n${check.stderr}`);
  }
  const child = spawn(program, ['run', ...parameters], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(options.port, child);
  } catch (error) {
    await stop();
    throw new Error(`Caddy did not start (${error}). It wrote:\n${printed.join('')}`);
  }
  return { pid: child.pid ?? 0, log: () => printed.join(''), stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

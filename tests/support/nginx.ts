import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, install, runs } from './programs';
import { untilListening } from './untilListening';

/** Thrown where no nginx can be had; the message says how to get one. */
export class NginxMissing extends Error {
  override readonly name = 'NginxMissing';
}

const ADVICE =
  'Tests of what stands in front of the server need nginx. Install it with the package manager of ' +
  'your system, or name the program in NGINX_PATH.';

/**
 * Name of an nginx that runs: the one of NGINX_PATH or the system's. Installs one where there is none.
 * @throws NginxMissing where NGINX_PATH names no working program, or installing failed
 */
export function ensureNginx(): string {
  const named = process.env.NGINX_PATH;
  if (named) {
    if (runs(named, '-v')) return named;
    throw new NginxMissing(`NGINX_PATH is "${named}", which is no nginx that runs.`);
  }
  // Debian keeps it where the paths of ordinary users do not lead.
  const found = ['nginx', '/usr/sbin/nginx'].find((program) => runs(program, '-v'));
  if (found !== undefined) return found;
  if (!canInstall()) throw new NginxMissing(ADVICE);
  console.error('No nginx found: installing one for the tests of proxies ...');
  try {
    install('nginx-light');
  } catch (error) {
    throw new NginxMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return '/usr/sbin/nginx';
}

/** An nginx with a folder of its own, in which all of its files are. */
export interface RunningNginx {
  readonly folder: string;
  readonly pid: number;
  /** What its error log says so far. */
  readonly log: () => string;
  /** What went into `access.log` in its folder so far. */
  readonly accesses: () => string;
  /** Ends it at once, and removes its folder. */
  readonly stop: () => Promise<void>;
}

export interface NginxOptions {
  /** What stands in the `http` block; relative paths count from the folder. */
  readonly http: string;
  /** A port of 127.0.0.1 that it listens on when it is ready. */
  readonly port: number;
  /** Files of its folder, by their names in it. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Starts nginx in a fresh folder.
 * @throws Error with what nginx says, where it does not take the configuration or does not listen
 */
export async function startNginx({ http, port, files = {} }: NginxOptions): Promise<RunningNginx> {
  const program = ensureNginx();
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-nginx-'));
  for (const name of ['temporary', 'logs']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'nginx.conf'), wholeConfiguration(http));
  for (const name of ['error.log', 'access.log']) appendFileSync(join(folder, name), '');
  const parameters = ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'];
  const check = spawnSync(program, [...parameters, '-t'], { encoding: 'utf8' });
  if (check.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`nginx does not take the configuration:\n${check.stderr}`);
  }
  const child = spawn(program, parameters, { stdio: 'ignore' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(port, child);
  } catch (error) {
    const said = read('error.log');
    await stop();
    throw new Error(`nginx did not start (${error}). It wrote:\n${said}`);
  }
  const { pid = 0 } = child;
  return {
    folder,
    pid,
    log: () => read('error.log'),
    accesses: () => read('access.log'),
    stop,
  };
}

/** What stands around the `http` block, as small as a test needs it. */
function wholeConfiguration(http: string): string {
  // Else its workers are somebody who may not look into a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path temporary/${name};`)
    .join('\n');
  return `${user}
daemon off;
worker_processes 1;
pid nginx.pid;
error_log error.log notice;
events { worker_connections 1024; }
http {
${temporary}
access_log access.log;
${http}
}
`;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Thrown where no Chromium can be had; the message says how to get one. */
export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC_PROGRAMS = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const ADVICE =
  'Install Chromium or Chrome with the package manager of your system, or run ' +
  '"npx playwright-core install --with-deps chromium", or name the program in CHROMIUM_PATH.';

/**
 * Path of a Chromium that runs: the one of CHROMIUM_PATH, the system's, or Playwright's.
 * Installs one where there is none.
 * @throws ChromiumMissing where CHROMIUM_PATH names no working program, or installing failed
 */
export function ensureChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new ChromiumMissing(`CHROMIUM_PATH is "${named}", which is no Chromium that runs.`);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  install();
  const installed = findChromium();
  if (installed === undefined) {
    throw new ChromiumMissing(`The browser tests need Chromium. ${ADVICE}`);
  }
  return installed;
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const system = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...system, ...MAC_PROGRAMS, chromium.executablePath()].find(runs);
}

/** A path alone proves little: some systems put a notice where the browser would be. */
function runs(program: string): boolean {
  return existsSync(program) && spawnSync(program, ['--version']).status === 0;
}

function install(): void {
  console.error('No Chromium found: installing one for the browser tests ...');
  if (isDebian() && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
}

/** Of Debian alone: what Ubuntu calls by this name installs a snap, which containers cannot run. */
function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

function run(program: string, parameters: readonly string[]): void {
  const { status, error } = spawnSync(program, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const cause = error ? error.message : `exit code ${status}`;
  throw new ChromiumMissing(`"${program} ${parameters.join(' ')}" failed (${cause}). ${ADVICE}`);
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { canInstall, install, run, runs } from '@/tests/support/programs';

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
    if (isChromium(named)) return named;
    throw new ChromiumMissing(`CHROMIUM_PATH is "${named}", which is no Chromium that runs.`);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  installChromium();
  const installed = findChromium();
  if (installed === undefined) {
    throw new ChromiumMissing(`The browser tests need Chromium. ${ADVICE}`);
  }
  return installed;
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const system = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...system, ...MAC_PROGRAMS, chromium.executablePath()].find(isChromium);
}

/** A path alone proves little: some systems put a notice where the browser would be. */
function isChromium(program: string): boolean {
  return existsSync(program) && runs(program);
}

function installChromium(): void {
  console.error('No Chromium found: installing one for the browser tests ...');
  try {
    if (canInstall()) install('chromium');
    else run('npx', ['playwright-core', 'install', 'chromium']);
  } catch (error) {
    throw new ChromiumMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
}

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, install } from './programs';

/** Thrown where no libfaketime can be had; the message says how to get one. */
export class FaketimeMissing extends Error {
  override readonly name = 'FaketimeMissing';
}

const ADVICE =
  'The tests of a clock that jumps need libfaketime. Install it with the package manager of your ' +
  'system, or name the library (libfaketimeMT.so.1) in FAKETIME_PATH.';

/**
 * Path of a libfaketime: the one of FAKETIME_PATH or Debian's. Installs one where there is none.
 * @throws FaketimeMissing where FAKETIME_PATH names no file, or installing failed
 */
export function ensureFaketime(): string {
  const named = process.env.FAKETIME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new FaketimeMissing(`FAKETIME_PATH is "${named}", which is not there.`);
  }
  const found = installed();
  if (found !== undefined) return found;
  if (!canInstall()) throw new FaketimeMissing(ADVICE);
  console.error('No libfaketime found: installing one for the tests of clocks ...');
  try {
    install('libfaketime');
  } catch (error) {
    throw new FaketimeMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  const now = installed();
  if (now === undefined) throw new FaketimeMissing(ADVICE);
  return now;
}

/** Debian keeps it in a folder that is named after the machine's kind. */
function installed(): string | undefined {
  const folders = ['/usr/lib', ...subfolders('/usr/lib').filter((name) => /linux-gnu/.test(name))];
  return folders
    .map((folder) => join(folder, 'faketime', 'libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
}

function subfolders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** A clock that programs follow which are started with its environment. */
export interface FakeClock {
  readonly environment: Readonly<Record<string, string>>;
  /** Sets it apart from the true one. */
  readonly set: (seconds: number) => void;
}

/** @param file that holds how far the clock is apart */
export function fakeClock(file: string): FakeClock {
  const set = (seconds: number): void => {
    writeFileSync(file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s\n`);
  };
  set(0);
  return {
    environment: {
      LD_PRELOAD: ensureFaketime(),
      FAKETIME_TIMESTAMP_FILE: file,
      // Seconds until a change is seen. Looked up for each question, it would leave time for little else.
      FAKETIME_CACHE_DURATION: '1',
      // Timers go by this one, as on a machine whose clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    set,
  };
}

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { log } from '@/lib/log/log';
import type { Environment } from '@/lib/site/environment';

/** Thrown where there is no folder at all for what the site is made of. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/** Bytes that have to fit in: less would not carry the logs of the databases. */
const PROBE = 256 * 1024;
/** What is made again on demand, or belongs to other processes. */
const LEFT_BEHIND = new Set(['images', 'share', 'commands', 'development', 'server.json']);

/**
 * A site whose data folder cannot be written, since the disk is full or read-only, is served all the same: from a
 * copy of what was published last, or from a new archive, in a folder for temporary files that goes with the process.
 * @throws DataFolderError where that cannot be written either
 */
export function withWritableData(environment: Environment): Environment {
  const { dataDir } = environment;
  const reason = whyUnwritable(dataDir);
  if (reason === null) return environment;
  let folder: string;
  try {
    folder = copyOf(dataDir);
  } catch (error) {
    throw new DataFolderError(
      `DATA_DIR ${dataDir} cannot be written (${reason}), and ${tmpdir()} neither (${messageOf(error)}).`,
    );
  }
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  log.error(
    `DATA_DIR ${dataDir} cannot be written (${reason}). The site is served from a copy in ${folder}, which ` +
      'goes when the server ends: rates that are fetched meanwhile are lost then. Mend it, and restart.',
  );
  const ratesFile = join(folder, relative(dataDir, environment.ratesFile));
  return { ...environment, dataDir: folder, ratesFile };
}

/** Null where the folder takes files. */
function whyUnwritable(folder: string): string | null {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, Buffer.alloc(PROBE), { flush: true });
    return null;
  } catch (error) {
    return messageOf(error);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'saxaul-data-'));
  try {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names.filter((one) => !LEFT_BEHIND.has(one))) {
      cpSync(join(folder, name), join(copy, name), { recursive: true });
    }
    makeWritable(copy);
    return copy;
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    throw error;
  }
}

/** Copies are as writable as what they are made of. */
function makeWritable(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mode = entry.isDirectory() ? 0o700 : 0o600;
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), mode);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

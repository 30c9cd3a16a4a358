import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Thrown where an export cannot be written into a folder; the message says why, and what to do. */
export class ExportFolderError extends Error {
  override readonly name = 'ExportFolderError';
}

/** What an export keeps for itself, in a folder whose name hosts do not serve. */
export interface OwnFiles {
  readonly folder: string;
  readonly manifest: string;
  readonly rates: string;
  /** Folder for files that are not finished. */
  readonly unfinished: string;
}

const OWN = '.saxaul';

export function ownFiles(out: string): OwnFiles {
  const folder = join(out, OWN);
  return {
    folder,
    manifest: join(folder, 'export.db'),
    rates: join(folder, 'rates.db'),
    unfinished: join(folder, 'unfinished'),
  };
}

/**
 * Takes a folder for one export at a time.
 * @param out absolute path
 * @param sources absolute paths of folders that it must neither lie in nor hold
 * @returns gives it back
 * @throws ExportFolderError
 */
export function claimFolder(out: string, sources: readonly string[]): () => void {
  for (const source of sources) {
    if (isWithin(out, source) || isWithin(source, out)) {
      throw new ExportFolderError(
        `${out} and ${source} lie within one another. Name a folder for the export alone.`,
      );
    }
  }
  const own = ownFiles(out);
  const entries = existsSync(out) ? readdirSync(out) : [];
  if (entries.length > 0 && !existsSync(own.manifest)) {
    throw new ExportFolderError(
      `${out} is not empty and holds no export. Name an empty folder, or one that an export made.`,
    );
  }
  mkdirSync(own.folder, { recursive: true });
  const lock = join(own.folder, 'lock');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new ExportFolderError(`Process ${holder} is exporting into ${out}. Wait until it ends.`);
  }
  writeFileSync(lock, `${process.pid}\n`);
  // What a process that was killed left behind.
  rmSync(own.unfinished, { recursive: true, force: true });
  return () => {
    rmSync(own.unfinished, { recursive: true, force: true });
    rmSync(lock, { force: true });
  };
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !path.startsWith(sep));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

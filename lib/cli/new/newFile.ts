import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '@/lib/content/diagnostics';
import { CommandError } from '../commandError';

export interface NewFile {
  /** Below the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** @throws CommandError for what the check would call an error in a file still to be written */
export function refuseErrors(findings: readonly Finding[]): void {
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) throw new CommandError(error.message);
}

/** Writes the file, folders included. @throws CommandError where there is one by its name */
export function writeNew(root: string, { path, text }: NewFile): void {
  const absolute = join(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  try {
    writeFileSync(absolute, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isThere ? new CommandError(`There is a file ${path} already; it stays.`) : error;
  }
}

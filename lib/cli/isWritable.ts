import { accessSync, constants } from 'node:fs';

const REFUSALS = new Set(['EROFS', 'EACCES', 'EPERM']);

/** Whether this process may make files in a folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (REFUSALS.has(code)) return false;
    throw error;
  }
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { COMPANIONS, connect } from '@/lib/sqlite/connection';

/**
 * Copies a store of rates as it stands now, so that pages that are made later say the same.
 * @param from absolute path of the store
 * @param to absolute path of the copy, which takes the place of an older one
 */
export function takeRates(from: string, to: string): void {
  const unfinished = `${to}.part`;
  rmSync(unfinished, { force: true });
  const store = connect(from);
  try {
    store.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    store.close();
  }
  for (const suffix of COMPANIONS) rmSync(to + suffix, { force: true });
  renameSync(unfinished, to);
}

export function hasRates(file: string): boolean {
  return existsSync(file);
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { isDamage } from '@/lib/sqlite/connection';
import { RateStore } from './rateStore';
import { LAYOUT } from './schema';

/** Thrown where a file is no backup that can be taken back; the message says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What a backup is worth: figures of banks, and all that was ever said and corrected about them. */
const RESTORED = ['observation', 'revision', 'quarantine', 'chosen'] as const;

/**
 * Writes a store into one file, as it is at one moment, whoever else reads and writes it meanwhile. The file
 * has its name when it is whole; one of that name before is replaced.
 * @param path of `rates.db`
 * @returns the number of figures in it
 */
export function backUp(path: string, target: string): number {
  if (!existsSync(path))
    throw new BackupError(`There is no file ${path}; DATA_DIR names its folder.`);
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { force: true });
  const store = RateStore.open(path);
  try {
    store.run('VACUUM INTO ?', unfinished);
  } finally {
    store.close();
  }
  const figures = withBackup(':memory:', unfinished, (memory) => count(memory, 'backup'));
  renameSync(unfinished, target);
  return figures;
}

/**
 * Puts what a backup holds in the place of what a store holds, all of it or nothing. A server that runs meanwhile
 * shows it as soon as it next looks.
 * @param path of `rates.db`; it is made where there is none
 * @returns the numbers of figures before and after
 * @throws BackupError where the file is no sound backup, or of another layout
 */
export function restore(path: string, backup: string): { before: number; after: number } {
  return withBackup(path, backup, (store) =>
    store.write(() => {
      const before = count(store, 'main');
      for (const table of RESTORED) {
        store.run(`DELETE FROM main.${table}`);
        store.run(`INSERT INTO main.${table} SELECT * FROM backup.${table}`);
      }
      // "Nothing new since then" would be about figures that are not there any more.
      store.run('DELETE FROM main.validator');
      store.run('UPDATE main.figures SET version = version + 1');
      return { before, after: count(store, 'main') };
    }),
  );
}

function withBackup<Result>(
  path: string,
  backup: string,
  work: (store: RateStore) => Result,
): Result {
  if (!existsSync(backup)) throw new BackupError(`There is no file ${backup}.`);
  const store = path === ':memory:' ? RateStore.inMemory() : RateStore.open(path);
  try {
    store.run('ATTACH DATABASE ? AS backup', backup);
    requireSound(store, backup);
    return work(store);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(`${backup} is no backup of rates (${reason}).`);
  } finally {
    store.close();
  }
}

function requireSound(store: RateStore, backup: string): void {
  const layout = store.query<{ user_version: number }>('PRAGMA backup.user_version').get();
  if (layout?.user_version !== LAYOUT) {
    throw new BackupError(
      `${backup} is no backup of rates of this version: its layout is ${layout?.user_version ?? 'none'}, not ${LAYOUT}.`,
    );
  }
  const check = store.query<{ quick_check: string }>('PRAGMA backup.quick_check(1)').get();
  if (check?.quick_check !== 'ok') {
    throw new BackupError(`${backup} is damaged (${check?.quick_check}).`);
  }
}

function count(store: RateStore, schema: 'main' | 'backup'): number {
  const sql = `SELECT count(*) AS figures FROM ${schema}.observation`;
  return store.query<{ figures: number }>(sql).get()?.figures ?? 0;
}

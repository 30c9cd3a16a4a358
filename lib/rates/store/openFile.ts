import { existsSync, renameSync } from 'node:fs';
import type Libsql from 'libsql';
import { COMPANIONS, connect, isDamage } from '@/lib/sqlite/connection';
import { LAYOUT, SCHEMA } from './schema';

/**
 * Opens the file of rates, or makes it. One that is damaged is put aside under another name, so
 * that nothing is lost, and a new one is made.
 * @param warn told of it
 * @throws Error where the file cannot be written, or was made by a later version
 */
export function openFile(path: string, warn: (message: string) => void): Libsql.Database {
  try {
    return prepared(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = `${path}.damaged-${Date.now()}`;
    for (const suffix of ['', ...COMPANIONS]) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    warn(`${path} is damaged; it is kept as ${aside}, and a new one is made.`);
    return prepared(path);
  }
}

function prepared(path: string): Libsql.Database {
  const libsql = connect(path);
  try {
    const layout = layoutOf(libsql);
    if (layout > LAYOUT) {
      throw new Error(`${path} was made by a later version of Saxaul; update, or set it aside.`);
    }
    if (layout === 0) create(libsql);
    else check(libsql);
    return libsql;
  } catch (error) {
    libsql.close();
    throw error;
  }
}

/**
 * Reads the file once from end to end, which is a matter of milliseconds: every page shows rates, so
 * that damage must not wait for the first reader.
 * @throws Error that says what is damaged
 */
function check(libsql: Libsql.Database): void {
  const { result } = libsql
    .prepare('SELECT quick_check AS result FROM pragma_quick_check(1)')
    .get() as {
    result: string;
  };
  if (result !== 'ok') throw Object.assign(new Error(result), { code: 'SQLITE_CORRUPT' });
}

/** Two threads may open a new file at one moment: the second finds the tables made. */
function create(libsql: Libsql.Database): void {
  libsql.exec('BEGIN IMMEDIATE');
  try {
    if (layoutOf(libsql) === 0) libsql.exec(SCHEMA);
    libsql.exec('COMMIT');
  } catch (error) {
    if (libsql.inTransaction) libsql.exec('ROLLBACK');
    throw error;
  }
}

function layoutOf(libsql: Libsql.Database): number {
  const row = libsql.prepare('SELECT user_version AS layout FROM pragma_user_version').get();
  return (row as { layout: number }).layout;
}

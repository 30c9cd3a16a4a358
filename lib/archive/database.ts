import { existsSync, renameSync, rmSync } from 'node:fs';
import type Libsql from 'libsql';
import { COMPANIONS, Connection, connect, isDamage } from '@/lib/sqlite/connection';
import { SCHEMA } from './schema';

/** The archive's database: a derived snapshot of the publication that can be deleted at any time. */
export class Database extends Connection {
  /**
   * Opens the database file; one that is damaged, or was made by another program, is made anew.
   * @param revision names the program: another one may read the same files differently
   */
  static open(path: string, revision: string): Database {
    return Database.#sound(path, revision) ?? Database.anew(path, revision);
  }

  /** Makes an empty archive in the place of the file that is there. */
  static anew(path: string, revision: string): Database {
    Database.remove(path);
    return Database.#create(connect(path), revision);
  }

  static remove(path: string): void {
    for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true });
  }

  /**
   * Opens what another process has made. Nothing is made or deleted where it is not there, damaged, or
   * another program's.
   */
  static existing(path: string, revision: string): Database | null {
    return existsSync(path) ? Database.#sound(path, revision) : null;
  }

  static inMemory(): Database {
    return Database.#create(connect(':memory:'), 'in memory');
  }

  /**
   * Puts a copy of this archive in the place of the one at a path, in one step: whoever has that open goes on
   * reading it. It is a copy, since this process keeps a file that it has had open, with its log, until its memory
   * is tidied up, and would go on with that log where others begin another.
   */
  replace(path: string): void {
    const copy = `${path}.whole`;
    rmSync(copy, { force: true });
    this.run('VACUUM INTO ?', copy);
    // What is left in the log of one file must never be read into another.
    for (const suffix of COMPANIONS) rmSync(path + suffix, { force: true });
    renameSync(copy, path);
  }

  /** Null where the file is damaged, or another program's. */
  static #sound(path: string, revision: string): Database | null {
    try {
      const connection = connect(path);
      if (revisionOf(connection) === revision) return new Database(connection);
      connection.close();
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    return null;
  }

  static #create(connection: Libsql.Database, revision: string): Database {
    connection.exec(SCHEMA);
    connection.prepare('INSERT INTO revision VALUES (?)').run(revision);
    return new Database(connection);
  }
}

function revisionOf(connection: Libsql.Database): string | undefined {
  const tables = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'revision'").all();
  if (tables.length === 0) return undefined;
  const row = connection.prepare('SELECT name FROM revision').get();
  return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : undefined;
}

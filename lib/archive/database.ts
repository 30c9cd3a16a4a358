import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { SCHEMA } from './schema';

type Value = string | number | null;

/** A prepared statement whose rows have a known shape. */
export interface Query<Row> {
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/**
 * The archive's database: a derived snapshot of the publication that can be deleted at any time.
 * Statements are prepared once and kept.
 */
export class Database {
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();

  private constructor(connection: Libsql.Database) {
    this.#connection = connection;
  }

  /**
   * Opens the database file; one that is damaged, or was made by another program, is made anew.
   * @param revision names the program: another one may read the same files differently
   */
  static open(path: string, revision: string): Database {
    mkdirSync(dirname(path), { recursive: true });
    try {
      const connection = connect(path);
      if (revisionOf(connection) === revision) return new Database(connection);
      connection.close();
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    return Database.anew(path, revision);
  }

  /** Makes an empty archive in the place of the file that is there. */
  static anew(path: string, revision: string): Database {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return Database.#create(connect(path), revision);
  }

  static inMemory(): Database {
    return Database.#create(connect(':memory:'), 'in memory');
  }

  static #create(connection: Libsql.Database, revision: string): Database {
    connection.exec(SCHEMA);
    connection.prepare('INSERT INTO revision VALUES (?)').run(revision);
    return new Database(connection);
  }

  /** Prepares a query. `Row` is the shape of the selected columns, which this module wrote. */
  query<Row>(sql: string): Query<Row> {
    const statement = this.#prepare(sql);
    return {
      get: (...values) => statement.get(...values) as Row | undefined,
      all: (...values) => statement.all(...values) as Row[],
    };
  }

  run(sql: string, ...values: Value[]): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes, lastInsertRowid: Number(lastInsertRowid) };
  }

  /** Writes in one transaction: all of it or nothing. */
  write<Result>(work: () => Result): Result {
    return this.#within('BEGIN IMMEDIATE', work);
  }

  /** Reads from one version of the publication, whatever is written meanwhile. */
  snapshot<Result>(work: () => Result): Result {
    return this.#connection.inTransaction ? work() : this.#within('BEGIN', work);
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #within<Result>(begin: string, work: () => Result): Result {
    this.#connection.exec(begin);
    try {
      const result = work();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#connection.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

function connect(path: string): Libsql.Database {
  const connection = new Libsql(path);
  connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000',
  );
  return connection;
}

function revisionOf(connection: Libsql.Database): string | undefined {
  const tables = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'revision'").all();
  if (tables.length === 0) return undefined;
  const row = connection.prepare('SELECT name FROM revision').get();
  return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : undefined;
}

/** Whether an error says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

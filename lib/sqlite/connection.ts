import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { checkedQuery, DAMAGED_TEXT, decodedText, type Query, type Value } from './checkedQuery';

/** A connection to an SQLite file. Statements are prepared once and kept. */
export class Connection {
  readonly #libsql: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  readonly #queries = new Map<string, Query<unknown>>();

  protected constructor(libsql: Libsql.Database) {
    this.#libsql = libsql;
  }

  /** Prepares a query. `Row` is the shape of the selected columns, which the caller wrote. */
  query<Row>(sql: string): Query<Row> {
    const known = this.#queries.get(sql);
    // The caller wrote the query and the shape of its rows.
    if (known) return known as Query<Row>;
    const made = checkedQuery<Row>(this.#libsql, sql);
    this.#queries.set(sql, made);
    return made;
  }

  /**
   * A text that a query computes, such as one of many rows: to take these out one by one takes ten times as long.
   * SQLite knows no type of it, so libsql would end the process over one that is no UTF-8.
   * @param sql selects one row with the column `text`
   * @throws DamagedTextError
   */
  text(sql: string, ...values: Value[]): string | null {
    const row = this.query<{ text: Buffer | null }>(
      `SELECT CAST(text AS BLOB) AS text FROM (${sql})`,
    ).get(...values);
    return row?.text ? decodedText(row.text) : null;
  }

  run(sql: string, ...values: Value[]): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes, lastInsertRowid: Number(lastInsertRowid) };
  }

  /** Writes in one transaction: all of it or nothing. */
  write<Result>(work: () => Result): Result {
    return this.#within('BEGIN IMMEDIATE', work);
  }

  /** Reads from one version of the file, whatever is written meanwhile. */
  snapshot<Result>(work: () => Result): Result {
    return this.#libsql.inTransaction ? work() : this.#within('BEGIN', work);
  }

  /**
   * Takes a long log over into the file, and begins it anew: whoever opens the file next would read all of it, and
   * with the first thing that he writes take it over. Left for later where somebody reads from it just now.
   */
  shortenLog(): void {
    const main = this.query<{ file: string }>(
      "SELECT file FROM pragma_database_list WHERE name = 'main'",
    ).get();
    const log = statSync(`${main?.file}-wal`, { throwIfNoEntry: false });
    if (log === undefined || log.size < LONG_LOG) return;
    this.#libsql.exec('PRAGMA busy_timeout = 0');
    try {
      this.#libsql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // Nothing is lost where the disk is full: the log holds it for as long.
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')) throw error;
    } finally {
      this.#libsql.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#queries.clear();
    this.#libsql.close();
  }

  #within<Result>(begin: string, work: () => Result): Result {
    this.#libsql.exec(begin);
    try {
      const result = work();
      this.#libsql.exec('COMMIT');
      return result;
    } catch (error) {
      // Some errors, such as a full disk, end the transaction themselves.
      if (this.#libsql.inTransaction) this.#libsql.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#libsql.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

/** The files of a database beside its main one, which belong to it alone. */
export const COMPANIONS = ['-wal', '-shm'] as const;

/** Bytes; SQLite itself takes a log over from about 4 MB on, but leaves the file as long as it ever was. */
const LONG_LOG = 5_000_000;

/** Milliseconds that somebody waits for others who write. */
const PATIENCE = 10_000;

/** Opens a database file, or makes an empty one. */
export function connect(path: string): Libsql.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const libsql = new Libsql(path);
  // Patience first: a process that is just ending may still hold the file.
  libsql.exec(
    `PRAGMA busy_timeout = ${PATIENCE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`,
  );
  return libsql;
}

const DAMAGES = ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ', DAMAGED_TEXT];

/** What SQLite says of a text that was JSON when it was written; it has no code for that. */
const SPOILT_JSON = 'malformed JSON';

/** Whether an error says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_ERROR') return error.message === SPOILT_JSON;
  return DAMAGES.some((damage) => code.startsWith(damage));
}

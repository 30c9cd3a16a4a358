import { isUtf8 } from 'node:buffer';
import { isAnyArrayBuffer } from 'node:util/types';
import type Libsql from 'libsql';

export type Value = string | number | null;

/** A prepared statement whose rows have a known shape. */
export interface Query<Row> {
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/** Code of the error for a text that is none; SQLite has no own one. */
export const DAMAGED_TEXT = 'TEXT_DAMAGED';

export class DamagedTextError extends Error {
  override readonly name = 'DamagedTextError';
  readonly code = DAMAGED_TEXT;
}

/**
 * Prepares a query that bears damaged texts. libsql ends the whole process where the bytes of a text are no UTF-8
 * (github.com/tursodatabase/libsql/issues/1223), and SQLite's own checks do not look at them; so columns of
 * texts are read as bytes, and decoded here.
 */
export function checkedQuery<Row>(libsql: Libsql.Database, sql: string): Query<Row> {
  const plain = libsql.prepare(sql);
  const columns: readonly Column[] = /^\s*(?:SELECT|WITH)\b/i.test(sql) ? plain.columns() : [];
  const texts = columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name);
  if (texts.length === 0) {
    return {
      get: (...values) => withoutDuration(plain.get(...values)) as Row | undefined,
      all: (...values) => plain.all(...values) as Row[],
    };
  }
  const asBytes = columns.map(({ name }) =>
    texts.includes(name) ? `CAST("${name}" AS BLOB) AS "${name}"` : `"${name}"`,
  );
  const statement = libsql.prepare(`SELECT ${asBytes.join(', ')} FROM (${sql})`);
  const decode = (row: unknown): Row => {
    const cells = row as Record<string, unknown>;
    for (const name of texts) cells[name] = decoded(cells[name]);
    return cells as Row;
  };
  return {
    get: (...values) => {
      const row = withoutDuration(statement.get(...values));
      return row === undefined ? undefined : decode(row);
    },
    all: (...values) => statement.all(...values).map(decode),
  };
}

/** libsql puts how long a query took into the row that it gives, so that no two rows would be the same. */
function withoutDuration(row: unknown): unknown {
  if (typeof row === 'object' && row !== null) Reflect.deleteProperty(row, '_metadata');
  return row;
}

interface Column {
  readonly name: string;
  readonly type: string | null;
}

/** libsql gives a Buffer for one row, and an ArrayBuffer, maybe of another realm, for several. */
function decoded(cell: unknown): unknown {
  const bytes = isAnyArrayBuffer(cell) ? Buffer.from(cell) : cell;
  return Buffer.isBuffer(bytes) ? decodedText(bytes) : cell;
}

/** @throws DamagedTextError where it is no UTF-8 */
export function decodedText(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new DamagedTextError('database disk image is malformed: a text is no UTF-8');
  }
  return bytes.toString('utf8');
}

import Libsql from 'libsql';

/** What a look at a database file finds, without changing it. */
export type Inspection<Result> =
  | { readonly kind: 'sound'; readonly result: Result }
  /** With SQLite's words for what is damaged. */
  | { readonly kind: 'damaged'; readonly trouble: string };

type Ask = (sql: string) => unknown;

/**
 * Reads a file from end to end, and then what is wanted of it.
 * @param read asks for single values, the first column of the first row
 * @throws Error where the file cannot be opened
 */
export function inspectFile<Result>(path: string, read: (ask: Ask) => Result): Inspection<Result> {
  const libsql = new Libsql(path, { readonly: true });
  try {
    const ask: Ask = (sql) => {
      const row: unknown = libsql.prepare(sql).raw().get();
      return Array.isArray(row) ? row[0] : undefined;
    };
    const verdict = ask('SELECT quick_check FROM pragma_quick_check(1)');
    if (verdict !== 'ok') return { kind: 'damaged', trouble: String(verdict) };
    return { kind: 'sound', result: read(ask) };
  } catch (thrown) {
    return { kind: 'damaged', trouble: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    libsql.close();
  }
}

import { randomUUID } from 'node:crypto';
import type { Database } from './database';
import type { Shown } from './shown';

/** A place in the log of one archive. */
export interface LogMark {
  /** Names the archive; one that is made anew has another name. */
  readonly archive: string;
  readonly entry: number;
}

/** Entries that are kept; whoever was away for longer looks at everything. */
const KEPT = 10_000;

/** Notes what readers see otherwise since a sync; to be called within its transaction. */
export function logChanges(database: Database, shown: ReadonlySet<Shown>): void {
  if (shown.size === 0) return;
  const { lastInsertRowid } = database.run(
    'INSERT INTO change_log (shown) VALUES (?)',
    JSON.stringify([...shown]),
  );
  database.run('DELETE FROM change_log WHERE id <= ?', lastInsertRowid - KEPT);
}

/** Where the log ends now. */
export function logMark(database: Database): LogMark {
  const entry = database.query<{ id: number | null }>('SELECT MAX(id) AS id FROM change_log').get();
  return { archive: nameOf(database), entry: entry?.id ?? 0 };
}

/**
 * What readers see otherwise since a place in the log, in every sync that any process made; null where the log
 * does not reach back to it.
 */
export function loggedSince(database: Database, { archive, entry }: LogMark): Set<Shown> | null {
  if (archive !== nameOf(database)) return null;
  const first = database.query<{ id: number | null }>('SELECT MIN(id) AS id FROM change_log').get();
  if (first?.id != null && first.id > entry + 1) return null;
  const rows = database
    .query<{ shown: string }>('SELECT shown FROM change_log WHERE id > ?')
    .all(entry);
  // The archive wrote these texts itself.
  return new Set(rows.flatMap(({ shown }) => JSON.parse(shown) as Shown[]));
}

function nameOf(database: Database): string {
  const known = () => database.query<{ name: string }>('SELECT name FROM archive_name').get()?.name;
  const name = known();
  if (name !== undefined) return name;
  database.run('INSERT OR IGNORE INTO archive_name (id, name) VALUES (1, ?)', randomUUID());
  return known() ?? '';
}

import type { Database } from './database';
import type { Settings } from './records';

/** One of the single-file parts of the publication; undefined before the first sync. */
export function readSetting<Name extends keyof Settings>(
  database: Database,
  name: Name,
): Settings[Name] | undefined {
  const row = database
    .query<{ value: string }>('SELECT value FROM setting WHERE name = ?')
    .get(name);
  // The archive wrote this text itself, from a value of this very type.
  return row ? (JSON.parse(row.value) as Settings[Name]) : undefined;
}

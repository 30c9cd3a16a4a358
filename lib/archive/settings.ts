import { LRUCache } from 'lru-cache';
import type { Database } from './database';
import type { Settings } from './records';

/** Values as they were read last, by their text: every page reads them, and few publishings change them. */
const parsed = new LRUCache<string, { readonly value: Settings[keyof Settings] }>({ max: 32 });

/** One of the single-file parts of the publication; undefined before the first sync. Nobody may change it. */
export function readSetting<Name extends keyof Settings>(
  database: Database,
  name: Name,
): Settings[Name] | undefined {
  const row = database
    .query<{ value: string }>('SELECT value FROM setting WHERE name = ?')
    .get(name);
  if (!row) return undefined;
  const key = `${name} ${row.value}`;
  // The archive wrote this text itself, from a value of this very type.
  const { value } = parsed.get(key) ?? { value: JSON.parse(row.value) as Settings[Name] };
  parsed.set(key, { value });
  return value as Settings[Name];
}

import type { Database } from '../database';
import { slugOf } from './store';
import type { Target } from './targets';

/**
 * The files whose problems with the rest of the publication have to be looked for anew, in a
 * table of this connection, so that the search is SQL's.
 */
export class DirtyFiles {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.run('CREATE TEMP TABLE IF NOT EXISTS dirty (file TEXT PRIMARY KEY) WITHOUT ROWID');
    database.run('DELETE FROM dirty');
  }

  add(file: string): void {
    this.#database.run('INSERT OR IGNORE INTO dirty VALUES (?)', file);
  }

  /** Adds the files that name any of these things. */
  addAllNaming(targets: Iterable<Target>): void {
    for (const [kind, target] of targets) {
      this.#database.run(
        'INSERT OR IGNORE INTO dirty SELECT file FROM reference WHERE kind = ? AND target = ?',
        kind,
        target,
      );
    }
  }

  /** Adds the articles that claim the same slug as the one in a file. */
  addNamesakes(path: string): void {
    if (!path.startsWith('articles/')) return;
    this.#database.run(
      "INSERT OR IGNORE INTO dirty SELECT path FROM file WHERE kind = 'article' AND slug = ?",
      slugOf(path),
    );
  }

  /** Whether any file has errors, and could be looked at again. */
  get hasBroken(): boolean {
    const row = this.#database
      .query<object>("SELECT file FROM diagnostic WHERE severity = 'error' LIMIT 1")
      .get();
    return row !== undefined;
  }

  /** Adds the files that have errors. */
  addBroken(): void {
    this.#database.run(
      "INSERT OR IGNORE INTO dirty SELECT file FROM diagnostic WHERE severity = 'error'",
    );
  }

  all(): string[] {
    return this.#database
      .query<{ file: string }>('SELECT file FROM dirty ORDER BY file')
      .all()
      .map(({ file }) => file);
  }
}

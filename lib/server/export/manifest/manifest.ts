import { existsSync, rmSync } from 'node:fs';
import type Libsql from 'libsql';
import type { Shown } from '@/lib/archive/shown';
import type { Instant } from '@/lib/site/dates';
import type { SitePath } from '@/lib/site/routes';
import { COMPANIONS, Connection, connect, isDamage } from '@/lib/sqlite/connection';
import type { Making, Target } from '../plan/plan';
import { LAYOUT, SCHEMA } from './schema';
import { shownBy } from './shownBy';

/** A file of the export as it was made. */
export interface MadeFile extends Target {
  /** Of its content; empty where there is nothing at the address after all. */
  readonly hash: string;
  readonly shown: readonly Shown[];
  readonly needs: readonly SitePath[];
  readonly links: readonly SitePath[];
}

export interface KnownFile extends Target {
  readonly id: number;
  readonly hash: string;
  readonly isFresh: boolean;
}

export interface Run {
  readonly id: number;
  readonly commit: string | null;
  readonly moment: Instant;
  readonly isDone: boolean;
}

interface FileRow {
  readonly id: number;
  readonly address: SitePath;
  readonly file: string;
  readonly making: Making;
  readonly hash: string;
  readonly fresh: 0 | 1;
}

const SELECT = 'SELECT id, address, file, making, hash, fresh FROM file WHERE';

/** What an export holds, in an SQLite file within it. */
export class Manifest extends Connection {
  /** What files needed that were made or removed since this was opened, and do not need any more. */
  readonly released = new Set<SitePath>();
  readonly #things = new Map<string, number>();

  /** Opens the manifest at a path; one that is damaged or of another layout is made anew. */
  static open(path: string): Manifest {
    try {
      if (existsSync(path)) {
        const manifest = new Manifest(tuned(connect(path)));
        if (manifest.setting('layout') === LAYOUT) return manifest;
        manifest.close();
      }
    } catch (error) {
      if (!isDamage(error) && !isForeign(error)) throw error;
    }
    for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true });
    const made = tuned(connect(path));
    made.exec(SCHEMA);
    const manifest = new Manifest(made);
    manifest.set('layout', LAYOUT);
    return manifest;
  }

  setting(name: string): string | undefined {
    return this.query<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(name)
      ?.value;
  }

  set(name: string, value: string): void {
    this.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', name, value);
  }

  /** Files that a condition of SQL holds of, in the order in which they were first made. */
  filesWhere(condition: string, ...values: string[]): KnownFile[] {
    return this.query<FileRow>(`${SELECT} ${condition} ORDER BY id`)
      .all(...values)
      .map(knownFile);
  }

  /** By address. */
  files(): Map<SitePath, KnownFile> {
    return new Map(this.filesWhere('TRUE').map((file) => [file.address, file]));
  }

  /** What is at an address. */
  fileAt(address: SitePath): KnownFile | undefined {
    const row = this.query<FileRow>(`${SELECT} address = ?`).get(address);
    return row && knownFile(row);
  }

  /** Addresses at which there is something. */
  filledAddresses(): SitePath[] {
    return this.query<{ address: SitePath }>("SELECT address FROM file WHERE hash <> ''")
      .all()
      .map(({ address }) => address);
  }

  /** Of some addresses, those at which there is nothing. */
  emptyAmong(addresses: Iterable<SitePath>): SitePath[] {
    return this.query<{ address: SitePath }>(
      `SELECT value AS address FROM json_each(?)
       WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.address = value AND hash <> '')`,
    )
      .all(JSON.stringify([...addresses]))
      .map(({ address }) => address);
  }

  /** How many addresses it has, but for those of the search index. */
  total(): number {
    const row = this.query<{ total: number }>(
      // From two small indices: the table itself holds all links.
      "SELECT (SELECT COUNT(*) FROM file) - (SELECT COUNT(*) FROM file WHERE making = 'search') AS total",
    ).get();
    return row?.total ?? 0;
  }

  /** Whether a file stands at any address but these. */
  isInUse(file: string, but: readonly KnownFile[]): boolean {
    const rows = this.query<{ id: number }>(
      "SELECT id FROM file WHERE file = ? AND hash <> ''",
    ).all(file);
    return rows.some(({ id }) => but.every((one) => one.id !== id));
  }

  /** Has everything made anew that shows any of these things. */
  outdate(things: Iterable<Shown>): void {
    this.run(
      `UPDATE file SET fresh = 0 WHERE id IN (
         SELECT shows.file FROM thing JOIN shows ON shows.thing = thing.id
         WHERE thing.name IN (SELECT value FROM json_each(?)))`,
      JSON.stringify([...things]),
    );
  }

  outdateAt(addresses: readonly SitePath[]): void {
    this.run(
      'UPDATE file SET fresh = 0 WHERE address IN (SELECT value FROM json_each(?))',
      JSON.stringify(addresses),
    );
  }

  outdateAll(): void {
    this.run('UPDATE file SET fresh = 0');
  }

  /** Takes down what was made; what was not there is asked for again. To be called within `write`. */
  put(made: MadeFile, run: number): void {
    const { address, file, making, hash, links } = made;
    const { id } = this.query<{ id: number }>(
      `INSERT INTO file (address, file, making, hash, changed, fresh, links) VALUES (?1, ?2, ?3, ?4, ?5, ?4 <> '', ?6)
       ON CONFLICT (address) DO UPDATE SET fresh = ?4 <> '', file = ?2, making = ?3, links = ?6,
         changed = CASE WHEN hash = ?4 AND file = ?2 THEN changed ELSE ?5 END, hash = ?4
       RETURNING id`,
    ).get(address, file, making, hash, run, links.join('\n')) ?? { id: 0 };
    this.#putShown(id, made.shown);
    this.#putNeeds(id, made.needs);
    this.run('DELETE FROM removed WHERE address = ?', address);
  }

  /** Most files show what they showed before. */
  #putShown(id: number, shown: readonly Shown[]): void {
    const { gone, come } = difference(shownBy(this, id), shown);
    for (const thing of gone) {
      this.run('DELETE FROM shows WHERE file = ? AND thing = ?', id, this.#thing(thing));
    }
    for (const thing of come) this.run('INSERT INTO shows VALUES (?, ?)', this.#thing(thing), id);
  }

  #putNeeds(id: number, needs: readonly SitePath[]): void {
    const before = this.query<{ address: SitePath }>('SELECT address FROM needs WHERE file = ?')
      .all(id)
      .map(({ address }) => address);
    const { gone, come } = difference(before, needs);
    for (const address of gone) {
      this.run('DELETE FROM needs WHERE file = ? AND address = ?', id, address);
      this.released.add(address);
    }
    for (const address of come) this.run('INSERT INTO needs VALUES (?, ?)', address, id);
  }

  /** Takes down that there is nothing at an address any more. */
  remove({ id, address, file }: KnownFile, run: number): void {
    this.#putNeeds(id, []);
    this.run('DELETE FROM shows WHERE file = ?', id);
    this.run('DELETE FROM file WHERE id = ?', id);
    this.run('INSERT OR REPLACE INTO removed VALUES (?, ?, ?)', address, file, run);
  }

  /** Addresses that files need. */
  needed(): SitePath[] {
    return this.query<{ address: SitePath }>('SELECT DISTINCT address FROM needs')
      .all()
      .map(({ address }) => address);
  }

  /**
   * Addresses with those that they name.
   * @param run that changed them last; any, where none is given
   */
  links(run: number | null): { address: SitePath; links: readonly SitePath[] }[] {
    const sql = "SELECT address, links FROM file WHERE links <> ''";
    const query = run === null ? sql : `${sql} AND changed = ?`;
    return this.query<{ address: SitePath; links: string }>(query)
      .all(...(run === null ? [] : [run]))
      .map(({ address, links }) => ({ address, links: links.split('\n') as SitePath[] }));
  }

  #thing(name: string): number {
    const known = this.#things.get(name);
    if (known !== undefined) return known;
    this.run('INSERT OR IGNORE INTO thing (name) VALUES (?)', name);
    const id = this.query<{ id: number }>('SELECT id FROM thing WHERE name = ?').get(name)?.id ?? 0;
    this.#things.set(name, id);
    return id;
  }
}

function difference<Thing>(before: readonly Thing[], now: readonly Thing[]) {
  const [old, wanted] = [new Set(before), new Set(now)];
  return {
    gone: before.filter((thing) => !wanted.has(thing)),
    come: [...wanted].filter((thing) => !old.has(thing)),
  };
}

function knownFile({ fresh, ...row }: FileRow): KnownFile {
  return { ...row, isFresh: fresh === 1 };
}

/** What a crash takes away is made again: the files themselves are whole. */
function tuned(connection: Libsql.Database): Libsql.Database {
  connection.exec('PRAGMA synchronous = OFF');
  return connection;
}

/** Whether an error says that a table is missing, as in a file of another layout. */
function isForeign(error: unknown): boolean {
  return error instanceof Error && /no such (?:table|column)/.test(error.message);
}

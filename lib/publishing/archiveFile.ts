import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@/lib/archive/database';
import { readSetting } from '@/lib/archive/settings';
import { log } from '@/lib/log/log';
import { isDamage } from '@/lib/sqlite/connection';
import { programRevision } from './revision';

/**
 * The archive's file as one thread or process has it open. A file that is deleted or replaced can still be
 * read by who has it open, so that nobody is left without an archive until the next one is whole.
 */
export class ArchiveFile {
  readonly #path: string;
  #database: Database;
  /** Tells the file from another one at the same path; null where there was none. */
  #number: bigint | null;
  #isDamaged = false;

  private constructor(path: string, database: Database) {
    this.#path = path;
    this.#database = database;
    this.#number = fileNumber(path);
  }

  /** Opens the archive of a data folder; one that is damaged, or was made by another program, is made anew. */
  static open(dataDir: string): ArchiveFile {
    const path = pathIn(dataDir);
    return new ArchiveFile(path, Database.open(path, revision()));
  }

  /** Opens what another process has filled, and makes or deletes nothing; null while it is not whole. */
  static whole(dataDir: string): ArchiveFile | null {
    const path = pathIn(dataDir);
    const database = filled(path);
    return database && new ArchiveFile(path, database);
  }

  get database(): Database {
    return this.#database;
  }

  get number(): bigint | null {
    return this.#number;
  }

  /** Whether what is open is still what lies at its path, as far as can be seen from outside. */
  get isThere(): boolean {
    return fileNumber(this.#path) === this.#number;
  }

  /** Whether reading has met damage in what is open. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Reads, and notes where that meets damage. */
  read<Result>(work: (database: Database) => Result): Result {
    try {
      return work(this.#database);
    } catch (error) {
      if (isDamage(error)) this.#isDamaged = true;
      throw error;
    }
  }

  /** Goes over to the file that lies at the path, where it is another one and whole. */
  takeOver(): void {
    if (this.isThere) return;
    const database = filled(this.#path);
    if (database !== null) this.#switchTo(database);
  }

  /** Makes the archive anew beside the one that is there, and puts it in its place when it is whole. */
  async replace<Result>(fill: (database: Database) => Promise<Result>): Promise<Result> {
    log.warn(`The archive ${this.#path} is damaged or gone, and is made anew.`);
    const unfinished = `${this.#path}.new`;
    const made = Database.anew(unfinished, revision());
    try {
      const result = await fill(made);
      made.replace(this.#path);
      this.#switchTo(Database.open(this.#path, revision()));
      return result;
    } finally {
      made.close();
      Database.remove(unfinished);
    }
  }

  #switchTo(database: Database): void {
    this.#database.close();
    this.#database = database;
    this.#number = fileNumber(this.#path);
    this.#isDamaged = false;
  }
}

function filled(path: string): Database | null {
  const database = Database.existing(path, revision());
  if (database === null || readSetting(database, 'site') !== undefined) return database;
  database.close();
  return null;
}

/** Null while there is no file. */
function fileNumber(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

function revision(): string {
  return programRevision(process.cwd());
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'archive.db');
}

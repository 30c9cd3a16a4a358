import { join } from 'node:path';
import { Database } from '@/lib/archive/database';
import { Reader } from '@/lib/archive/reader';
import { type SyncOptions, type SyncReport, sync } from '@/lib/archive/sync/sync';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { readRates } from '@/lib/rates/files';
import { RateBook, type Rates } from '@/lib/rates/rateBook';
import { RateStore } from '@/lib/rates/store/rateStore';
import { type Environment, readEnvironment } from '@/lib/site/environment';
import { isDamage } from '@/lib/sqlite/connection';
import { programRevision } from './revision';

/** The publication as a running process holds it: the archive, and the exchange rates. */
export class Publication {
  readonly environment: Environment;
  readonly rateBook: RateBook;
  #database: Database;
  #syncing: Promise<SyncReport> | null = null;

  private constructor(environment: Environment, database: Database) {
    this.environment = environment;
    this.#database = database;
    const store = openRates(environment);
    this.rateBook = new RateBook(store ?? RateStore.inMemory(), readRates(environment.contentDir));
    // A store of this thread alone holds nothing that another thread has put in.
    if (store === null) this.#updateRates();
  }

  static open(environment: Environment): Publication {
    const database = Database.open(archivePath(environment), programRevision(process.cwd()));
    return new Publication(environment, database);
  }

  get database(): Database {
    return this.#database;
  }

  get rates(): Rates {
    return this.rateBook.current;
  }

  /**
   * Brings archive and rates up to the content folder; calls that overlap share one run. An
   * archive that turns out to be damaged is made anew.
   */
  sync(options: SyncOptions = {}): Promise<SyncReport> {
    this.#syncing ??= this.#sync(options).finally(() => {
      this.#syncing = null;
    });
    return this.#syncing;
  }

  /** Reads from one version of the publication, as it stands now. */
  read<Result>(work: (reader: Reader) => Result): Result {
    return Reader.snapshot(this.database, Date.now(), work);
  }

  async #sync(options: SyncOptions): Promise<SyncReport> {
    const report = await this.#syncArchive(options);
    this.#updateRates();
    return report;
  }

  #updateRates(): void {
    try {
      this.rateBook.update(readRates(this.environment.contentDir), Date.now());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(
        `The tables in rates/ could not be taken over (${reason}); what was known stays.`,
      );
    }
  }

  async #syncArchive(options: SyncOptions): Promise<SyncReport> {
    const { contentDir } = this.environment;
    try {
      return await sync(this.#database, new FolderTree(contentDir), options);
    } catch (error) {
      if (!isDamage(error)) throw error;
      const path = archivePath(this.environment);
      console.error(`The archive ${path} is damaged and is made anew.`);
      this.#database.close();
      this.#database = Database.anew(path, programRevision(process.cwd()));
      return sync(this.#database, new FolderTree(contentDir), options);
    }
  }
}

/** Null where there is no file to be had: rates are never worth a site that does not start. */
function openRates({ dataDir }: Environment): RateStore | null {
  const path = join(dataDir, 'rates.db');
  try {
    return RateStore.open(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`${path} cannot be used (${reason}); until the next start rates are not kept.`);
    return null;
  }
}

function archivePath({ dataDir }: Environment): string {
  return join(dataDir, 'archive.db');
}

/**
 * Next bundles the pages apart from the server that loads them, so that a module's own variable
 * would exist twice. The one publication of the process is therefore kept on globalThis.
 */
const SHARED = Symbol.for('saxaul.publication');

type Shared = { [SHARED]?: Promise<Publication> };

/** The process's publication, opened and synced on first use. */
export function publication(): Promise<Publication> {
  const shared = globalThis as typeof globalThis & Shared;
  shared[SHARED] ??= openAndSync().catch((error: unknown) => {
    delete shared[SHARED];
    throw error;
  });
  return shared[SHARED];
}

/** Makes an opened publication the one that pages read. */
export function sharePublication(opened: Publication): void {
  const shared = globalThis as typeof globalThis & Shared;
  shared[SHARED] = Promise.resolve(opened);
}

async function openAndSync(): Promise<Publication> {
  const opened = Publication.open(readEnvironment(process.env));
  await opened.sync();
  return opened;
}

import type { Database } from '@/lib/archive/database';
import { Reader } from '@/lib/archive/reader';
import { readSetting } from '@/lib/archive/settings';
import { putSetting } from '@/lib/archive/sync/store';
import { type SyncOptions, type SyncReport, sync } from '@/lib/archive/sync/sync';
import type { ContentTree } from '@/lib/archive/trees/contentTree';
import { log } from '@/lib/log/log';
import type { RateBook, Rates } from '@/lib/rates/rateBook';
import type { Instant } from '@/lib/site/dates';
import { type Environment, readEnvironment } from '@/lib/site/environment';
import { isDamage } from '@/lib/sqlite/connection';
import { ArchiveFile } from './archiveFile';
import { ContentUnreachableError } from './content/contentClone';
import { type ContentSource, contentSource } from './content/contentSource';
import { developmentEnvironment } from './development/environment';
import { PublishedRates } from './publishedRates';

interface PublicationSyncOptions extends SyncOptions {
  /** Whether what was got last will do where the newest version cannot be had. */
  readonly isLastEnough?: boolean;
}

/** Later than any date that an article can have. */
const END_OF_TIME = 9e15;

/** The publication as a running process holds it: the archive, and the exchange rates. */
export class Publication {
  readonly environment: Environment;
  readonly source: ContentSource;
  readonly archive: ArchiveFile;
  readonly #rates: PublishedRates;
  #syncing: Promise<SyncReport> | null = null;
  #isBehind = false;
  /** Null where things are read as they stand at the time of reading. */
  #moment: Instant | null = null;
  #ratesMoment: Instant | null = null;

  private constructor(environment: Environment, archive: ArchiveFile, looksAhead: boolean) {
    this.environment = environment;
    this.#looksAhead = looksAhead;
    this.source = contentSource(environment);
    this.archive = archive;
    this.#rates = new PublishedRates(environment, () => this.#ratesFolder);
  }

  /** Whether drafts and what is scheduled are to be seen: while editors write, never in public. */
  readonly #looksAhead: boolean;

  static open(environment: Environment, looksAhead = false): Publication {
    return new Publication(environment, ArchiveFile.open(environment.dataDir), looksAhead);
  }

  /** The same archive in other surroundings, for as long as nothing is published. */
  in(environment: Environment): Publication {
    return new Publication(environment, this.archive, this.#looksAhead);
  }

  /**
   * Opens what another process publishes, to read it; nothing of it is made or deleted here.
   * @returns null while it is not whole
   */
  static beside(environment: Environment): Publication | null {
    const archive = ArchiveFile.whole(environment.dataDir);
    return archive && new Publication(environment, archive, false);
  }

  get database(): Database {
    return this.archive.database;
  }

  /** The commit that is published; null where the publication is a plain folder. */
  get commit(): string | null {
    return readSetting(this.database, 'commit') ?? null;
  }

  /** Whether the archive holds a publication already, from a run before. */
  get isFilled(): boolean {
    return readSetting(this.database, 'site') !== undefined;
  }

  /** Whether the newest version could not be had at the last attempt. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  get rateBook(): RateBook {
    return this.#rates.book;
  }

  get rates(): Rates {
    return this.rateBook.current;
  }

  /**
   * Brings archive and rates up to the newest version of the content; calls that overlap share one
   * run. An archive that turns out to be damaged is made anew.
   * @throws ContentUnreachableError where the newest version cannot be had; nothing has changed then
   */
  sync(options: PublicationSyncOptions = {}): Promise<SyncReport> {
    this.#syncing ??= this.#sync(options).finally(() => {
      this.#syncing = null;
    });
    return this.#syncing;
  }

  /**
   * Makes the archive anew from the newest version that can be had, while everybody goes on reading
   * what there is.
   * @throws ContentUnreachableError where no version can be had
   */
  async restore(): Promise<SyncReport> {
    await this.#syncing?.catch(() => undefined);
    this.#syncing ??= this.#restore().finally(() => {
      this.#syncing = null;
    });
    return this.#syncing;
  }

  /**
   * Reads what another thread or process has published: to be called when it says so. Pages that
   * are read from the archive need it only where the file itself was made anew.
   */
  takeOver(): void {
    this.archive.takeOver();
    this.#rates.takeOver();
  }

  /** Deletes what is needed no more beside the archive; to be called where nobody waits. */
  tidy(): void {
    const rows = this.database
      .query<{ shown: string }>("SELECT shown FROM file WHERE kind = 'media' AND shown IS NOT NULL")
      .all();
    this.source.tidy(new Set(rows.map(({ shown }) => shown)));
  }

  /**
   * Has everything read as it stands at one moment, whenever that is done.
   * @param rates the moment at which rates are looked at, where that is another
   */
  standAt(moment: Instant, rates: Instant = moment): void {
    this.#moment = moment;
    this.#ratesMoment = rates;
  }

  /** When rates are looked at by a page that is read at a moment. */
  ratesMoment(now: Instant): Instant {
    return this.#ratesMoment ?? now;
  }

  /** Reads from one version of the publication, as it stands now. */
  read<Result>(work: (reader: Reader) => Result): Result {
    const now = this.#moment ?? Date.now();
    const horizon = this.#looksAhead ? END_OF_TIME : now;
    return this.archive.read((database) => Reader.snapshot(database, now, work, horizon));
  }

  async #sync(options: PublicationSyncOptions): Promise<SyncReport> {
    const tree = this.#newestTree(options);
    const report = await this.#syncArchive(tree, options);
    this.database.shortenLog();
    this.#rates.update();
    return report;
  }

  async #restore(): Promise<SyncReport> {
    const tree = this.#newestTree({ isLastEnough: true });
    const report = await this.archive.replace((database) => this.#fill(database, tree, {}));
    this.#rates.update();
    return report;
  }

  get #ratesFolder(): string {
    try {
      return readSetting(this.database, 'ratesFolder') ?? this.environment.contentDir;
    } catch (error) {
      // The next sync makes a damaged archive anew.
      if (isDamage(error)) return this.environment.contentDir;
      throw error;
    }
  }

  #newestTree({ isLastEnough = false }: PublicationSyncOptions): ContentTree {
    try {
      const newest = this.source.newest(isLastEnough);
      this.#isBehind = false;
      return newest;
    } catch (error) {
      this.#isBehind = error instanceof ContentUnreachableError;
      const last = isLastEnough && error instanceof ContentUnreachableError && this.source.last();
      if (!last) throw error;
      log.error(`${(error as Error).message} What was fetched last is served.`);
      return last;
    }
  }

  async #syncArchive(tree: ContentTree, options: SyncOptions): Promise<SyncReport> {
    const { archive } = this;
    try {
      if (archive.isThere) return await this.#fill(archive.database, tree, options);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    return archive.replace((database) => this.#fill(database, tree, options));
  }

  async #fill(database: Database, tree: ContentTree, options: SyncOptions): Promise<SyncReport> {
    const report = await sync(database, tree, { ...options, listsDrafts: this.#looksAhead });
    const ratesFolder = this.source.ratesFolder(tree.commit);
    database.write(() => putSetting(database, 'ratesFolder', ratesFolder));
    return report;
  }
}

/**
 * Pages are bundled apart from the server that loads them, so that a module's own variable would
 * exist twice. The one publication of the process is therefore kept on globalThis.
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
  const environment = readEnvironment(process.env);
  const isDevelopment = process.env.NODE_ENV === 'development';
  const opened = isDevelopment
    ? Publication.open(developmentEnvironment(environment), true)
    : Publication.open(environment);
  await opened.sync();
  return opened;
}

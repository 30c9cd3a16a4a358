import { hasErrors } from '@/lib/content/diagnostics';
import type { ContentFile } from '@/lib/content/files';
import type { ReadingSettings } from '@/lib/content/parsed';
import type { Reference } from '@/lib/content/references';
import type { Database } from '../database';
import { readSetting } from '../settings';
import type { ContentTree, TreeFile } from '../trees/contentTree';
import type { Footprint } from './footprint';
import { previousModel } from './previous';
import { type Put, type ReadText, readText, resetting } from './readText';
import { putShown, removeModel } from './store';
import { Support } from './support';

interface DirtyFile extends TreeFile {
  readonly shown: string | null;
}

/** What was shown of a file before it was read anew. */
interface Previous {
  readonly shown: string | null;
  /** Puts it back; null where nothing was shown, or Git knows better. */
  readonly put: Put | null;
  /** Shows what is sound of the present version, for files that were never better. */
  readonly putPart: Put | null;
}

interface Holding {
  readonly tree: ContentTree;
  readonly settings: ReadingSettings;
  readonly footprint: Footprint;
}

/**
 * Decides what readers see of files with errors: the newest version without them that leads to
 * the present one, so that an archive made from nothing shows the same. Where nobody remembers
 * versions, what was shown before stays.
 */
export class HoldingBack {
  readonly #database: Database;
  readonly #tree: ContentTree;
  readonly #settings: ReadingSettings;
  readonly #footprint: Footprint;
  readonly #support: Support;
  readonly #previous = new Map<string, Previous>();

  constructor(database: Database, { tree, settings, footprint }: Holding) {
    this.#database = database;
    this.#tree = tree;
    this.#settings = settings;
    this.#footprint = footprint;
    this.#support = new Support(database, tree.history);
  }

  /** To be called before what is known of a file is replaced by its present version. */
  keepPrevious({ path, kind }: ContentFile, putPart: Put | null): void {
    const row = this.#database
      .query<{ shown: string | null }>('SELECT shown FROM file WHERE path = ?')
      .get(path);
    const isNeeded = this.#tree.history === null && kind === 'article';
    const put = isNeeded ? previousModel(this.#database, path, this.#settings.timeZone) : null;
    this.#previous.set(path, { shown: row?.shown ?? null, put, putPart });
  }

  /** Settles what is shown of the dirty articles that have errors, or had some. */
  settleArticles(): void {
    for (const file of this.#unsettled()) {
      if (file.kind !== 'article') continue;
      this.#footprint.remember(file.path);
      if (!this.#settleArticle(file)) this.#withhold(file);
    }
  }

  /** The same for all other dirty files, which the articles depend on. */
  settleOthers(): void {
    for (const file of this.#unsettled()) {
      if (file.kind === 'article') continue;
      this.#footprint.remember(file.path);
      if (!this.#settleOther(file)) this.#withhold(file);
    }
  }

  /** Settles what is shown in the place of single files that are not there. */
  settleMissing(removed: readonly ContentFile[], isRewritten: () => boolean): void {
    const isDue = (file: ContentFile): boolean =>
      !this.#isThere(file.path) &&
      (removed.some(({ path }) => path === file.path) || isRewritten());
    const sections = { path: 'sections.yml', kind: 'sections' } as const;
    // Nobody can do without; the file is only missing by a slip.
    if (isDue(sections) && !this.#showEarlier(sections, ({ put }) => put)) {
      const isKept =
        this.#tree.history === null && readSetting(this.#database, 'sections') !== undefined;
      if (!isKept) resetting('sections')?.(this.#database);
    }
    for (const kind of ['front', 'spellings'] as const) {
      if (!this.#isThere(`${kind}.yml`)) resetting(kind)?.(this.#database);
    }
  }

  #isThere(path: string): boolean {
    return (
      this.#database.query<object>('SELECT path FROM file WHERE path = ?').get(path) !== undefined
    );
  }

  #unsettled(): DirtyFile[] {
    return this.#database
      .query<DirtyFile>(
        `SELECT f.path, f.kind, f.fingerprint, f.shown FROM dirty CROSS JOIN file f ON f.path = dirty.file
         WHERE f.kind NOT IN ('media', 'site') AND (f.shown IS NOT f.fingerprint OR EXISTS (
           SELECT 1 FROM diagnostic d WHERE d.file = f.path AND d.severity = 'error'))
         ORDER BY f.path`,
      )
      .all();
  }

  #settleArticle(file: DirtyFile): boolean {
    const { path, fingerprint, shown } = file;
    if (!this.#hasOwnErrors(path) && this.#support.isGiven(path, this.#references(path))) {
      if (shown !== fingerprint) this.#showPresent(file);
      return true;
    }
    const isSupported = (read: ReadText) =>
      read.put !== null && this.#support.isGiven(path, read.references) ? read.put : null;
    return this.#showEarlier(file, isSupported) || this.#showPrevious(file);
  }

  /** Of other files only their own errors count: what they name and is missing falls back alone. */
  #settleOther(file: DirtyFile): boolean {
    const { path, fingerprint, shown } = file;
    if (!this.#hasOwnErrors(path)) {
      if (shown !== fingerprint) this.#showPresent(file);
      return true;
    }
    return this.#showEarlier(file, ({ put }) => put) || this.#showPrevious(file);
  }

  #showPresent(file: DirtyFile): void {
    const [source] = [...this.#tree.read([file])];
    const put = source && readText(file, source, this.#settings).put;
    // Else the file changed since it was listed, and the next sync reads it again.
    if (put) this.#show(file.path, put, file.fingerprint);
  }

  #showEarlier(file: ContentFile, choose: (read: ReadText) => Put | null): boolean {
    for (const earlier of this.#tree.history?.earlier(file) ?? []) {
      const read = readText(file, earlier.read(), this.#settings);
      const put = hasErrors(read.findings) ? null : choose(read);
      if (put === null) continue;
      this.#show(file.path, put, earlier.fingerprint);
      return true;
    }
    return false;
  }

  #showPrevious({ path, kind, shown }: DirtyFile): boolean {
    if (this.#tree.history !== null) return false;
    const previous = this.#previous.get(path);
    // A file that was not read now is shown as it was, if it was.
    if (previous === undefined) return shown !== null;
    if (previous.shown === null) return false;
    if (kind === 'article' && previous.put !== null) this.#show(path, previous.put, previous.shown);
    else putShown(this.#database, path, previous.shown);
    return true;
  }

  #withhold({ path, kind }: DirtyFile): void {
    removeModel(this.#database, path);
    const putPart = this.#previous.get(path)?.putPart ?? resetting(kind);
    putPart?.(this.#database);
    putShown(this.#database, path, null);
  }

  #show(path: string, put: Put, fingerprint: string): void {
    removeModel(this.#database, path);
    put(this.#database);
    putShown(this.#database, path, fingerprint);
  }

  #hasOwnErrors(path: string): boolean {
    return (
      this.#database
        .query<{ file: string }>(
          "SELECT file FROM diagnostic WHERE file = ? AND origin = 'file' AND severity = 'error'",
        )
        .get(path) !== undefined
    );
  }

  #references(path: string): Reference[] {
    return this.#database
      .query<Reference>(
        'SELECT kind, value, line, "column", endLine, endColumn FROM reference WHERE file = ?',
      )
      .all(path);
  }
}

import { join } from 'node:path';
import type { Diagnostic } from '@/lib/content/diagnostics';
import { listContent } from '@/lib/content/files';
import type { ReadingSettings } from '@/lib/content/parsed';
import type { Database } from '../database';
import { type FingerprintedFile, findChanges } from './changes';
import { crossCheck } from './crossCheck';
import { fingerprints } from './fingerprints';
import { brokenLinks } from './links';
import { updateListings } from './listings';
import { type MediaReading, readPictures } from './mediaFile';
import { readTextFile, storeMedia } from './readFile';
import { missingFiles, resetMissing, updateSite } from './siteSettings';
import { putFile, putFindings, removeFile } from './store';

export interface SyncReport {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly milliseconds: number;
}

export interface SyncOptions {
  /** Told how many of the files that have to be read have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Brings the archive up to the content folder: reads only what changed since the last sync and
 * writes it in one transaction. Broken files are left out and reported, never thrown.
 * @throws Error where the content folder does not exist or the database cannot be written
 */
export async function sync(
  database: Database,
  contentDir: string,
  options: SyncOptions = {},
): Promise<SyncReport> {
  const start = performance.now();
  const listing = listContent(contentDir);
  const changes = findChanges(database, listing.files, fingerprints(listing.root));
  const media = await readChangedMedia(listing.root, [...changes.added, ...changes.changed]);
  const reread = database.write(() => {
    for (const file of [...changes.removed, ...changes.changed]) removeFile(database, file.path);
    const settings = updateSite(database, listing.root, changes);
    const dependent = settings.moved ? changes.unchanged.filter(dependsOnSite) : [];
    for (const { path } of dependent) removeFile(database, path);
    const files = [...changes.added, ...changes.changed, ...dependent];
    readFiles(database, { root: listing.root, files, media, settings, ...options });
    resetMissing(database, listing.files);
    database.run("DELETE FROM diagnostic WHERE origin = 'publication'");
    putWholeFindings(database, [...listing.diagnostics, ...missingFiles(listing.files)]);
    putWholeFindings(database, crossCheck(database));
    updateListings(database, settings.timeZone);
    // After the listings, since the address of a topic or a month exists through them.
    putWholeFindings(database, brokenLinks(database));
    return dependent.length;
  });
  return {
    added: changes.added.length,
    changed: changes.changed.length + reread,
    removed: changes.removed.length,
    unchanged: changes.unchanged.length - reread,
    milliseconds: performance.now() - start,
  };
}

const SITE_DEPENDENTS = new Set(['article', 'page', 'front']);

function dependsOnSite({ kind }: FingerprintedFile): boolean {
  return SITE_DEPENDENTS.has(kind);
}

function readChangedMedia(
  root: string,
  files: readonly FingerprintedFile[],
): Promise<Map<string, MediaReading>> {
  const pictures = files.filter(({ kind }) => kind === 'media').map(({ path }) => path);
  return readPictures(pictures, (path) => join(root, path));
}

interface Reading extends SyncOptions {
  readonly root: string;
  readonly files: readonly FingerprintedFile[];
  readonly media: ReadonlyMap<string, MediaReading>;
  readonly settings: ReadingSettings;
}

function readFiles(database: Database, reading: Reading): void {
  const { root, files, media, settings, onProgress } = reading;
  files.forEach((file, index) => {
    putFile(database, file.path, file.kind, file.fingerprint);
    const picture = media.get(file.path);
    if (picture) storeMedia(database, file.path, picture);
    else if (file.kind !== 'site') readTextFile(database, root, file, settings);
    onProgress?.(index + 1, files.length);
  });
}

function putWholeFindings(database: Database, diagnostics: readonly Diagnostic[]): void {
  for (const { file, ...finding } of diagnostics) {
    putFindings(database, file, 'publication', [finding]);
  }
}

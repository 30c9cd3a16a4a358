import type { ReadingSettings } from '@/lib/content/parsed';
import type { Database } from '../database';
import type { ContentTree, TreeFile } from '../trees/contentTree';
import type { HoldingBack } from './holdingBack';
import { readText } from './readText';
import { secretUntil } from './secrecy';
import {
  markUnread,
  putFile,
  putFindings,
  putReferences,
  putSecret,
  putShown,
  removeModel,
  removeReading,
} from './store';

/** Texts that are in memory at once. */
const AT_ONCE = 200;

interface Reading {
  readonly tree: ContentTree;
  readonly settings: ReadingSettings;
  readonly holding: HoldingBack;
  /** Told after each file. */
  readonly onRead: () => void;
}

/** Files that a change of the site's language or time zone has read anew, beside these. */
export function filesThatDepend(database: Database, touched: readonly TreeFile[]): TreeFile[] {
  const paths = new Set(touched.map(({ path }) => path));
  return database
    .query<TreeFile>(
      `SELECT path, kind, fingerprint FROM file WHERE kind IN ('article', 'page', 'front')
       ORDER BY path`,
    )
    .all()
    .filter(({ path }) => !paths.has(path));
}

/** Reads text files into the archive. What is wrong with them goes in beside them. */
export function readTexts(database: Database, files: readonly TreeFile[], reading: Reading): void {
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    let index = 0;
    for (const source of reading.tree.read(some)) {
      const file = some[index];
      if (file === undefined) throw new Error('More files were read than were asked for');
      enter(database, file, readText(file, source, reading.settings), reading.holding);
      putSecret(database, file.path, secretUntil(file, source, reading.settings.timeZone));
      if (!source.ok && source.findings.some(({ rule }) => rule === 'unreadable-file')) {
        markUnread(database, file.path);
      }
      reading.onRead();
      index += 1;
    }
  }
}

function enter(
  database: Database,
  file: TreeFile,
  { findings, references, put, putPart }: ReturnType<typeof readText>,
  holding: HoldingBack,
): void {
  const { path, fingerprint } = file;
  holding.keepPrevious(file, putPart);
  removeReading(database, path);
  putFile(database, file);
  putFindings(database, path, 'file', findings);
  putReferences(database, path, references);
  // What has errors keeps what it had, until it is decided what readers see of it.
  if (put === null) return;
  removeModel(database, path);
  put(database);
  putShown(database, path, fingerprint);
}

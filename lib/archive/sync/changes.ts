import type { Diagnostic } from '@/lib/content/diagnostics';
import type { ContentFile, ContentKind } from '@/lib/content/files';
import { DamagedTextError } from '@/lib/sqlite/checkedQuery';
import type { Database } from '../database';
import { readSetting } from '../settings';
import { type ContentTree, type TreeFile, UNREAD } from '../trees/contentTree';

export interface Changes {
  readonly added: readonly TreeFile[];
  readonly changed: readonly TreeFile[];
  readonly removed: readonly ContentFile[];
  /** Number of files that are as they were. */
  readonly unchanged: number;
  /** Problems with the places of the files that were looked at. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths that were looked at; null where all were. */
  readonly looked: readonly string[] | null;
}

/** Compares a version of the publication with the one that the archive was made of. */
export function findChanges(database: Database, tree: ContentTree): Changes {
  const before = readSetting(database, 'commit') ?? null;
  const difference = before === null ? null : tree.since(before);
  if (difference === null) {
    const { files, diagnostics } = tree.list();
    return { ...compare(knownFiles(database), files), diagnostics, looked: null };
  }
  const { files, absent, diagnostics } = difference;
  const paths = [...files, ...absent.map((path) => ({ path }))].map(({ path }) => path);
  const known = new Map(paths.flatMap((path) => knownFile(database, path)));
  const total =
    database.query<{ total: number }>('SELECT COUNT(*) AS total FROM file').get()?.total ?? 0;
  const concerned = known.size;
  const changes = compare(known, files);
  const unchanged = total - concerned + changes.unchanged;
  return { ...changes, unchanged, diagnostics, looked: paths };
}

type Known = Map<string, TreeFile>;

function compare(known: Known, files: readonly TreeFile[]) {
  const added: TreeFile[] = [];
  const changed: TreeFile[] = [];
  let unchanged = 0;
  for (const file of files) {
    const before = known.get(file.path);
    if (before === undefined) added.push(file);
    else if (before.fingerprint === file.fingerprint && file.fingerprint !== UNREAD) unchanged += 1;
    else changed.push(file);
  }
  const isAnyGone = files.length - added.length < known.size;
  return { added, changed, unchanged, removed: isAnyGone ? without(known, files) : [] };
}

function without(known: Known, files: readonly TreeFile[]): TreeFile[] {
  const present = new Set(files.map(({ path }) => path));
  return [...known.values()].filter(({ path }) => !present.has(path));
}

/** How many there are, and what is known of each; no path holds a null. */
const ALL_FILES = `SELECT COUNT(*) || char(0) ||
    group_concat(path || char(0) || kind || char(0) || fingerprint, char(0)) AS text FROM file`;

function knownFiles(database: Database): Known {
  const known: Known = new Map();
  const text = database.text(ALL_FILES);
  if (text === null) return known;
  const [total, ...cells] = text.split('\0');
  if (cells.length !== Number(total) * 3) {
    throw new DamagedTextError('database disk image is malformed: a file without a name');
  }
  for (let at = 0; at < cells.length; at += 3) {
    const path = cells[at] ?? '';
    // `putFile` wrote it.
    known.set(path, { path, kind: cells[at + 1] as ContentKind, fingerprint: cells[at + 2] ?? '' });
  }
  return known;
}

function knownFile(database: Database, path: string): [string, TreeFile][] {
  const row = database
    .query<TreeFile>('SELECT path, kind, fingerprint FROM file WHERE path = ?')
    .get(path);
  return row ? [[path, row]] : [];
}

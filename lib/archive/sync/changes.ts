import type { Diagnostic } from '@/lib/content/diagnostics';
import type { ContentFile } from '@/lib/content/files';
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
    known.delete(file.path);
    if (before === undefined) added.push(file);
    else if (before.fingerprint === file.fingerprint && file.fingerprint !== UNREAD) unchanged += 1;
    else changed.push(file);
  }
  return { added, changed, unchanged, removed: [...known.values()] };
}

const COLUMNS = 'path, kind, fingerprint';

function knownFiles(database: Database): Known {
  const rows = database.query<TreeFile>(`SELECT ${COLUMNS} FROM file`).all();
  return new Map(rows.map((row) => [row.path, row]));
}

function knownFile(database: Database, path: string): [string, TreeFile][] {
  const row = database.query<TreeFile>(`SELECT ${COLUMNS} FROM file WHERE path = ?`).get(path);
  return row ? [[path, row]] : [];
}

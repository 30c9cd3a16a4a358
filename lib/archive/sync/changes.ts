import type { ContentFile } from '@/lib/content/files';
import type { Database } from '../database';
import { type Fingerprint, UNREAD } from './fingerprints';

export interface FingerprintedFile extends ContentFile {
  readonly fingerprint: string;
}

export interface Changes {
  readonly added: readonly FingerprintedFile[];
  readonly changed: readonly FingerprintedFile[];
  readonly unchanged: readonly FingerprintedFile[];
  readonly removed: readonly ContentFile[];
}

/** Compares the files of the publication with those that the archive was made of. */
export function findChanges(
  database: Database,
  files: readonly ContentFile[],
  fingerprint: Fingerprint,
): Changes {
  const known = new Map(
    database
      .query<FingerprintedFile>('SELECT path, kind, fingerprint FROM file')
      .all()
      .map((row) => [row.path, row]),
  );
  const added: FingerprintedFile[] = [];
  const changed: FingerprintedFile[] = [];
  const unchanged: FingerprintedFile[] = [];
  for (const { path, kind } of files) {
    const before = known.get(path);
    known.delete(path);
    const file = { path, kind, fingerprint: fingerprint(path) };
    if (before === undefined) added.push(file);
    else if (before.fingerprint === file.fingerprint && file.fingerprint !== UNREAD)
      unchanged.push(file);
    else changed.push(file);
  }
  return { added, changed, unchanged, removed: [...known.values()] };
}

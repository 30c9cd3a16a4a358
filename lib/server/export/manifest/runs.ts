import type { Instant } from '@/lib/site/dates';
import type { SitePath } from '@/lib/site/routes';
import type { Manifest, Run } from './manifest';

interface RunRow {
  readonly id: number;
  readonly commit: string | null;
  readonly moment: Instant;
  readonly isDone: 0 | 1;
}

/** The newest run; null before the first. */
export function lastRun(manifest: Manifest): Run | null {
  const row = manifest
    .query<RunRow>('SELECT id, "commit", moment, isDone FROM run ORDER BY id DESC LIMIT 1')
    .get();
  return row === undefined ? null : { ...row, isDone: row.isDone === 1 };
}

/** Begins a run, to be called within `write`; one that was broken off is gone on with. */
export function beginRun(manifest: Manifest, commit: string | null, moment: Instant): number {
  const last = lastRun(manifest);
  if (last !== null && !last.isDone) {
    manifest.run('UPDATE run SET "commit" = ?, moment = ? WHERE id = ?', commit, moment, last.id);
    return last.id;
  }
  const { lastInsertRowid } = manifest.run(
    'INSERT INTO run ("commit", moment, isDone) VALUES (?, ?, 0)',
    commit,
    moment,
  );
  return lastInsertRowid;
}

export function endRun(manifest: Manifest, run: number): void {
  manifest.run('UPDATE run SET isDone = 1 WHERE id = ?', run);
}

/** An address whose content a reader or a cache may have otherwise than it is now. */
export interface ChangedAddress {
  readonly address: SitePath;
  /** Relative to the export. */
  readonly file: string;
  readonly isRemoved: boolean;
}

/**
 * What changed since the last export of a commit, by address; null where none of the runs was of that commit.
 * @param commit name of the commit, or its beginning
 */
export function changedSince(manifest: Manifest, commit: string): ChangedAddress[] | null {
  const run = manifest
    .query<{ id: number | null }>(
      'SELECT MAX(id) AS id FROM run WHERE isDone = 1 AND substr("commit", 1, length(?1)) = ?1',
    )
    .get(commit)?.id;
  if (run == null) return null;
  return manifest
    .query<{ address: SitePath; file: string; isRemoved: 0 | 1 }>(
      `SELECT address, file, hash = '' AS isRemoved FROM file WHERE changed > ?1
       UNION ALL SELECT address, file, 1 FROM removed WHERE run > ?1 ORDER BY address`,
    )
    .all(run)
    .map((row) => ({ ...row, isRemoved: row.isRemoved === 1 }));
}

/** Commits that there was an export of, the newest first. */
export function knownCommits(manifest: Manifest): string[] {
  return manifest
    .query<{ commit: string }>(
      'SELECT DISTINCT "commit" FROM run WHERE "commit" IS NOT NULL AND isDone = 1 ORDER BY id DESC LIMIT 10',
    )
    .all()
    .map(({ commit }) => commit);
}

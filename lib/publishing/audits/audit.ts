import type { Database } from '@/lib/archive/database';
import type { Diagnostic } from '@/lib/content/diagnostics';

/** A publication as it is looked at as a whole, after a sync. */
export interface AuditedPublication {
  readonly database: Database;
  /** Absolute path of the folder that its files lie in; null where they lie in none. */
  readonly root: string | null;
  /** Files that are looked at, as paths below the content folder; all of them where left out. */
  readonly files?: ReadonlySet<string> | undefined;
}

/**
 * Looks for one kind of thing that no file shows by itself. Gives warnings alone: nothing is
 * withheld for them.
 */
export type Audit = (publication: AuditedPublication) => Diagnostic[];

/** Whether a file is one of those that are looked at. */
export function isLookedAt({ files }: AuditedPublication, file: string): boolean {
  return files === undefined || files.has(file);
}

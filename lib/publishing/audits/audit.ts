import type { Database } from '@/lib/archive/database';
import type { Diagnostic } from '@/lib/content/diagnostics';

/** A publication as it is looked at as a whole, after a sync. */
export interface AuditedPublication {
  readonly database: Database;
  /** Absolute path of the folder that its files lie in. */
  readonly root: string;
}

/**
 * Looks for one kind of thing that no file shows by itself. Gives warnings alone: nothing is
 * withheld for them.
 */
export type Audit = (publication: AuditedPublication) => Diagnostic[];

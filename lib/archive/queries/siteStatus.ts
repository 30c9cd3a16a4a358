import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Instant } from '@/lib/site/dates';
import type { Reader } from '../reader';
import { readSetting } from '../settings';
import { publicDiagnostics } from './diagnostics';
import { nextArticleMoment } from './schedule';

/** What the archive says of how the site is, as far as the public may know. */
export interface SiteStatus {
  /** Null where the publication is a plain folder. */
  readonly commit: string | null;
  /** When the next article appears by its date; which one, is its editors' to know. */
  readonly next: Instant | null;
  readonly problems: readonly Diagnostic[];
}

export function siteStatus({ database, now }: Reader): SiteStatus {
  return {
    commit: readSetting(database, 'commit') ?? null,
    next: nextArticleMoment(database, now),
    problems: publicDiagnostics(database, now),
  };
}

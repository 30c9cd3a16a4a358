import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Audit, AuditedPublication } from './audit';
import { brokenAnchors } from './brokenAnchor';
import { duplicateTitles } from './duplicateTitle';
import { oversizedMedia } from './oversizedMedia';
import { renamedArticles } from './renamedArticles';
import { silentChanges } from './silentChange';
import { unusedMedia } from './unusedMedia';

const AUDITS: readonly Audit[] = [
  duplicateTitles,
  unusedMedia,
  oversizedMedia,
  brokenAnchors,
  renamedArticles,
  silentChanges,
];

/**
 * Warnings about the publication as a whole, in no order. For the desk that checks, never for a
 * server's sync: the last of them reads the history of every article.
 */
export function auditPublication(publication: AuditedPublication): Diagnostic[] {
  return AUDITS.flatMap((audit) => audit(publication));
}

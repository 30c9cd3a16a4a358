import type { SitePath } from '@/lib/site/routes';
import type { KnownFile, Manifest } from './manifest';

/** Name of the plan that all of the export is of; null while it is not known to be of one. */
export function plannedBy(manifest: Manifest): string | null {
  return manifest.setting('plan') || null;
}

/** Takes down that the export is not of one plan: until it is made, it may lack some of the new one. */
export function forgetPlan(manifest: Manifest): void {
  manifest.set('plan', '');
}

export function notePlan(manifest: Manifest, name: string): void {
  manifest.set('plan', name);
}

/** Takes down which addresses the plan has. */
export function notePlanned(manifest: Manifest, addresses: Iterable<SitePath>): void {
  manifest.run(
    `UPDATE file SET planned = NOT planned
     WHERE planned <> (address IN (SELECT value FROM json_each(?)))`,
    JSON.stringify([...addresses]),
  );
}

export function isPlanned(manifest: Manifest, address: SitePath): boolean {
  const row = manifest.query<{ planned: 0 | 1 }>('SELECT planned FROM file WHERE address = ?');
  return row.get(address)?.planned === 1;
}

const UNNEEDED = `planned = 0 AND making NOT IN ('leading', 'search')
  AND NOT EXISTS (SELECT 1 FROM needs WHERE needs.address = file.address)`;

/**
 * What the plan does not have, and no file needs.
 * @param among where the plan is as it was, only what files gave up can be
 */
export function unneeded(manifest: Manifest, among: ReadonlySet<SitePath> | null): KnownFile[] {
  if (among === null) return manifest.filesWhere(UNNEEDED);
  return manifest.filesWhere(
    `address IN (SELECT value FROM json_each(?)) AND ${UNNEEDED}`,
    JSON.stringify([...among]),
  );
}

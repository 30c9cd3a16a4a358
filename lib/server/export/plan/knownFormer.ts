import type { Reader } from '@/lib/archive/reader';
import { hashOf } from '@/lib/site/hashOf';
import type { Manifest } from '../manifest/manifest';
import type { DuePlan } from './duePlan';
import { type Former, formerAddresses } from './redirects';

/**
 * Old addresses, each with where it leads in the end: those of the last export, where neither the entries nor the plan
 * are others by now.
 */
export function knownFormer(
  reader: Reader,
  manifest: Manifest,
  plan: Pick<DuePlan, 'name' | 'has'>,
): Former[] {
  const name = hashOf(`${plan.name}\n${entries(reader)}`);
  const [known, former = ''] = manifest.setting('former')?.split('\n', 2) ?? [];
  // Written below.
  if (known === name) return JSON.parse(former) as Former[];
  const found = formerAddresses(reader, plan.has);
  manifest.set('former', `${name}\n${JSON.stringify(found)}`);
  return found;
}

/** All of them in one text; an address may be claimed by several files. */
function entries({ database }: Reader): string {
  const all = database.text(
    `SELECT group_concat(address || char(0) || COALESCE(target, char(1)), char(0)) AS text
     FROM (SELECT address, target FROM redirect ORDER BY address, file, rowid)`,
  );
  return all ?? '';
}

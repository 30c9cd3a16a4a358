import { hashOf } from '@/lib/site/hashOf';
import type { SitePath } from '@/lib/site/routes';
import { changedHistories } from '../changedHistories';
import type { MakeOrder } from '../making/maker';
import type { KnownFile, Manifest } from '../manifest/manifest';
import { isPlanned, plannedBy } from '../manifest/planned';
import { planOf, type Target, targetAt } from './plan';
import type { PlanSources } from './sources';

/** What an export has to have, and what of it is to be made. */
export interface DuePlan {
  /** Names all that the plan has. */
  readonly name: string;
  readonly has: (address: SitePath) => boolean;
  readonly due: readonly MakeOrder[];
  /** Null where they are those that the manifest knows. */
  readonly addresses: ReadonlySet<SitePath> | null;
}

/**
 * Finds out what is due. Where the plan is that of the last export, nobody writes it out: for tens of thousands of
 * articles that takes longer than to make what has changed.
 * @param isWhole whether everything is made anew, so that files may have other names by now
 */
export function duePlan(manifest: Manifest, sources: PlanSources, isWhole: boolean): DuePlan {
  const name = hashOf(JSON.stringify(sources));
  if (!isWhole && plannedBy(manifest) === name) {
    return {
      name,
      has: (address) => isPlanned(manifest, address),
      due: manifest
        .filesWhere("fresh = 0 AND making NOT IN ('leading', 'search')")
        .map((file) => orderFor(file, file)),
      addresses: null,
    };
  }
  const plan = planOf(sources);
  const addresses = new Set(plan.map(({ address }) => address));
  const known = manifest.files();
  const others = changedHistories(addresses, known);
  const due = [...plan, ...unplanned(manifest, addresses)].flatMap((target) => {
    const before = known.get(target.address);
    const isWanted = isDue(target, before) || others.has(target.address);
    return isWanted ? [orderFor(target, before)] : [];
  });
  return { name, has: (address) => addresses.has(address), due, addresses };
}

/** Whether what the export has at an address is not what it should be. */
export function isDue(target: Target, before: KnownFile | undefined): boolean {
  return before === undefined || !before.isFresh || before.file !== target.file;
}

export function orderFor({ address, file, making }: Target, before?: KnownFile): MakeOrder {
  const hash = before?.file === file ? before.hash : null;
  return { target: { address, file, making }, hash };
}

/** What is there because others need it. */
function unplanned(manifest: Manifest, planned: ReadonlySet<SitePath>): Target[] {
  return manifest
    .needed()
    .filter((address) => !planned.has(address))
    .map((address) => targetAt(address));
}

import { asked, type SitePath } from '@/lib/site/routes';
import type { KnownFile } from './manifest/manifest';
import type { Target } from './plan/plan';

const HISTORY = /^\/articles\/([^/]+)\/history$/;

/**
 * Articles whose history came or went since the last export, as it does when Git learns of a file that is as it was:
 * their pages lead to it.
 */
export function changedHistories(
  plan: readonly Target[],
  known: ReadonlyMap<SitePath, KnownFile>,
): SitePath[] {
  const wanted = new Set(plan.map(({ address }) => address));
  const changed: SitePath[] = [];
  for (const { address } of plan) if (!known.has(address)) changed.push(...articleOf(address));
  for (const address of known.keys()) if (!wanted.has(address)) changed.push(...articleOf(address));
  return changed;
}

function articleOf(address: SitePath): SitePath[] {
  const [, slug] = HISTORY.exec(address) ?? [];
  return slug === undefined ? [] : [asked.article(slug)];
}

import { asked, type SitePath } from '@/lib/site/routes';

const HISTORY = /^\/articles\/([^/]+)\/history$/;

/**
 * Articles whose history came or went since the last export, as it does when Git learns of a file that is as it was:
 * their pages lead to it.
 */
export function changedHistories(
  planned: ReadonlySet<SitePath>,
  known: ReadonlyMap<SitePath, unknown>,
): ReadonlySet<SitePath> {
  const changed = new Set<SitePath>();
  const note = (address: SitePath): void => {
    const [, slug] = HISTORY.exec(address) ?? [];
    if (slug !== undefined) changed.add(asked.article(slug));
  };
  for (const address of planned) if (!known.has(address)) note(address);
  for (const address of known.keys()) if (!planned.has(address)) note(address);
  return changed;
}

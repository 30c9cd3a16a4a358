import type { SitePath } from '@/lib/site/routes';
import { isPreview, routes } from '@/lib/site/routes';
import type { Manifest } from './manifest/manifest';

/** An address of this site that nothing answers, and what names it. */
export interface DeadLink {
  readonly address: SitePath;
  readonly from: SitePath;
}

/** Addresses that stand for others, and a question that files do not answer. */
const NO_FILES: ReadonlySet<string> = new Set([routes.oembed()]);

/**
 * Follows every address of this site that a file of an export names, in the manifest, which knows what there is.
 * @param former addresses that the host's redirects answer
 */
export function deadLinks(manifest: Manifest, former: Iterable<SitePath>): DeadLink[] {
  const known = new Set<string>(former);
  const sources = manifest.links();
  for (const { address, isThere } of sources) if (isThere) known.add(spelt(address));
  const dead: DeadLink[] = [];
  const sound = new Set<string>();
  for (const { address: from, links } of sources) {
    for (const address of links) {
      if (sound.has(address)) continue;
      if (known.has(spelt(address)) || NO_FILES.has(address) || isPreview(address)) {
        sound.add(address);
      } else dead.push({ address, from });
    }
  }
  return dead;
}

/** An address in one spelling, whatever of it has percent signs. */
function spelt(address: string): string {
  const path = address.length > 1 ? address.replace(/\/+$/, '') : address;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

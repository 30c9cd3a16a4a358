import type { SitePath } from '@/lib/site/routes';
import { isPreview, routes } from '@/lib/site/routes';
import { decoded } from './decoded';
import type { Manifest } from './manifest/manifest';

/** An address of this site that nothing answers, and what names it. */
export interface DeadLink {
  readonly address: SitePath;
  readonly from: SitePath;
}

/** Addresses that stand for others, and a question that files do not answer. */
const NO_FILES: ReadonlySet<string> = new Set([routes.oembed()]);

/**
 * Follows every address of this site that files of an export name, in the manifest.
 * @param there addresses that something answers
 * @param run whose files are looked at; all, where none is given
 */
export function deadLinks(
  manifest: Manifest,
  there: Iterable<SitePath>,
  run: number | null,
): DeadLink[] {
  const known = new Set<string>();
  for (const address of there) known.add(spelt(address));
  const dead: DeadLink[] = [];
  const sound = new Set<string>();
  for (const { address: from, links } of manifest.links(run)) {
    for (const address of links) {
      if (sound.has(address)) continue;
      if (known.has(spelt(address)) || NO_FILES.has(address) || isPreview(address)) {
        sound.add(address);
      } else dead.push({ address, from });
    }
  }
  return dead;
}

/** Most addresses are spelt in one way only. */
const PLAIN = /^(?:\/[\w.-]+)+$/;

/** An address in one spelling, whatever of it has percent signs. */
function spelt(address: string): string {
  if (PLAIN.test(address)) return address;
  return decoded(address.length > 1 ? address.replace(/\/+$/, '') : address);
}

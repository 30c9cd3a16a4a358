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
 * @param former addresses that the host answers with redirects
 * @param run whose files are looked at; all, where none is given
 */
export function deadLinks(
  manifest: Manifest,
  former: Iterable<SitePath>,
  run: number | null,
): DeadLink[] {
  const named = manifest.links(run);
  const lost = new Set(manifest.emptyAmong(new Set(named.flatMap(({ links }) => links))));
  if (lost.size === 0) return [];
  const known = new Set([...manifest.filledAddresses(), ...former].map(spelt));
  const isDead = (address: SitePath): boolean =>
    lost.has(address) &&
    !NO_FILES.has(address) &&
    !isPreview(address) &&
    !known.has(spelt(address));
  const dead: DeadLink[] = [];
  for (const { address: from, links } of named) {
    for (const address of links) if (isDead(address)) dead.push({ address, from });
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

import { createHash } from 'node:crypto';
import type { Focus } from '@/lib/images/focus';
import type { PictureFile } from '@/lib/images/picture';
import { absolute, routes, type SitePath } from '@/lib/site/routes';

/** What stands on the picture of a page that is shared. */
export interface ShareCard {
  /** What kind of page it is: a section, a role; empty where that says nothing. */
  readonly kicker: string;
  readonly title: string;
  /** Who wrote it, or what it is about; empty without. */
  readonly note: string;
  readonly picture: PictureFile | null;
  /** What of the picture is to be seen, where an editor said so. */
  readonly focus: Focus;
  /** Whether the picture is a portrait, shown in a circle. */
  readonly isPortrait: boolean;
}

/** To be raised when the drawing changes, so that all addresses change with it. */
const DRAWING = 3;
const HASH_DIGITS = 16;

/** Names all that stands on the picture. */
export function cardHash(siteName: string, { picture, ...words }: ShareCard): string {
  const all = JSON.stringify([DRAWING, siteName, words, picture?.hash ?? null]);
  return createHash('sha256').update(all).digest('hex').slice(0, HASH_DIGITS);
}

/** Media type. */
export const SHARE_TYPE = 'image/jpeg';

/** Pixels; what networks of people show a large card of. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** The picture of a page, as its head names it. */
export interface ShareImage {
  /** Absolute. */
  readonly url: string;
  readonly alt: string;
}

export function shareImage(
  { site, siteUrl }: { readonly site: { readonly name: string }; readonly siteUrl: string },
  page: SitePath,
  card: ShareCard,
): ShareImage {
  const path = routes.shareImage(page, cardHash(site.name, card));
  return { url: absolute(siteUrl, path), alt: card.title };
}

const ADDRESS = new RegExp(`^/share(/.+)\\.([0-9a-f]{${HASH_DIGITS}})\\.jpg$`);

/** Reads the address of a picture back to the page that it is of; null where it is none. */
export function readShareImage(
  path: SitePath,
): { readonly page: SitePath; readonly hash: string } | null {
  const [, page, hash] = ADDRESS.exec(path) ?? [];
  if (page === undefined || hash === undefined) return null;
  // The pattern begins with a slash.
  return { page: page === '/front' ? routes.front() : (page as SitePath), hash };
}

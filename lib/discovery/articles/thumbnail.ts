import { pictureFile } from '@/lib/archive/queries/pictures';
import type { Reader } from '@/lib/archive/reader';
import { candidates, SLOTS } from '@/lib/images/slots';
import { variantAddress, variantOf } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';
import type { ArticleFacts } from './articleFacts';

interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels; what cards of other sites have room for. */
const WIDEST = 680;

/** The largest size of an article's picture within limits; null where there is none. */
export function thumbnail(
  reader: Reader,
  siteUrl: string,
  { image }: ArticleFacts,
  limits: Size,
): (Size & { readonly url: string }) | null {
  const name = image && decodeURIComponent(new URL(image.url).pathname.slice(1));
  const file = name && pictureFile(reader, name);
  if (!file) return null;
  const fitting = candidates(SLOTS.lead, file.width)
    .map((width) => ({ width, height: Math.round((width * file.height) / file.width) }))
    .filter(({ width, height }) => {
      return width <= Math.min(WIDEST, limits.width) && height <= limits.height;
    })
    .at(-1);
  if (fitting === undefined) return null;
  return {
    ...fitting,
    url: absolute(siteUrl, variantAddress(variantOf(file, fitting.width, 'webp'))),
  };
}

import type { SitePath } from '@/lib/site/routes';
import { type PictureFile, VARIANT_FORMATS, type VariantFormat } from './picture';
import { candidates, type Slot } from './slots';
import { variantAddress, variantOf } from './variants';

/** What a `picture` element says of the files that a browser may choose from. */
export interface PictureSources {
  /** For browsers that know no `srcset`: WebP of middle width. */
  readonly src: SitePath;
  /** Values of `srcset`. */
  readonly avif: string;
  readonly webp: string;
  readonly sizes: string;
}

export function pictureSources(picture: PictureFile, slot: Slot): PictureSources {
  const widths = candidates(slot, picture.width);
  const address = (width: number, format: VariantFormat) =>
    variantAddress(variantOf(picture, width, format));
  const srcset = (format: VariantFormat) =>
    widths.map((width) => `${address(width, format)} ${width}w`).join(',');
  const [avif, webp] = VARIANT_FORMATS;
  const middle = widths[Math.floor((widths.length - 1) / 2)] ?? picture.width;
  return {
    src: address(middle, webp),
    avif: srcset(avif),
    webp: srcset(webp),
    sizes: slot.sizes,
  };
}

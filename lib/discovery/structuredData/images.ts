import type { ImageObject } from 'schema-dts';
import type { Picture, PictureFile } from '@/lib/archive/queries/pictures';
import { type Crop, cropsOf } from '@/lib/images/crops';
import { cropOf, variantAddress } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';

/**
 * A picture in the shapes that search engines show, each as large as its file allows; what is said of it
 * stands with the first.
 */
export function images(picture: Picture, siteUrl: string): (ImageObject | string)[] {
  const { caption, credit, focus } = picture;
  const [first, ...others] = cropsOf(picture, focus).map((crop) =>
    addressOf(picture, crop, siteUrl),
  );
  if (first === undefined) return [];
  const described: ImageObject = {
    '@type': 'ImageObject',
    url: first,
    ...(caption !== null && { caption }),
    ...(credit !== null && { creditText: credit }),
  };
  return [described, ...others];
}

/** Address of a portrait as a square; of its own file where that is small. */
export function portrait(picture: PictureFile, siteUrl: string): string {
  const square = cropsOf(picture, null).find(({ width, height }) => width === height);
  return square ? addressOf(picture, square, siteUrl) : absolute(siteUrl, picture.src);
}

function addressOf(picture: PictureFile, crop: Crop, siteUrl: string): string {
  return absolute(siteUrl, variantAddress(cropOf(picture, crop, 'webp')));
}

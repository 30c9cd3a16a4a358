import type { ImageObject } from 'schema-dts';
import type { Picture, PictureFile } from '@/lib/archive/queries/pictures';
import { type Crop, cropsOf } from '@/lib/images/crops';
import { cropOf, variantAddress } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';

/** A picture in the shapes that search engines show, each as large as its file allows. */
export function images(picture: Picture, siteUrl: string): ImageObject[] {
  const { caption, credit, focus } = picture;
  return cropsOf(picture, focus).map((crop, index) => ({
    ...image(picture, crop, siteUrl),
    // Whose it is belongs to every picture; what it shows is said once.
    ...(credit !== null && { creditText: credit }),
    ...(index === 0 && caption !== null && { caption }),
  }));
}

/** A portrait as a square; as its file is where that is small. */
export function portrait(picture: PictureFile, siteUrl: string): ImageObject {
  const square = cropsOf(picture, null).find(({ width, height }) => width === height);
  if (square !== undefined) return image(picture, square, siteUrl);
  const { src, width, height } = picture;
  return imageObject(absolute(siteUrl, src), { width, height });
}

/** @param size in pixels; `Distance` in schema.org is a number with its unit */
export function imageObject(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
) {
  return {
    '@type': 'ImageObject' as const,
    url,
    width: `${width} px`,
    height: `${height} px`,
  };
}

function image(picture: PictureFile, crop: Crop, siteUrl: string) {
  return imageObject(absolute(siteUrl, variantAddress(cropOf(picture, crop, 'webp'))), crop);
}

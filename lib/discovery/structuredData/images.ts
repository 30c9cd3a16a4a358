import type { ImageObject } from 'schema-dts';
import type { Picture } from '@/lib/archive/queries/pictures';
import { cropSizes } from '@/lib/images/crops';
import { variantAddress, variantOf } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';

/** A picture in the shapes that search engines show, each as large as its file allows. */
export function images(picture: Picture, siteUrl: string): ImageObject[] {
  const { caption, credit } = picture;
  return cropSizes(picture).map(({ width, height }, index) => ({
    '@type': 'ImageObject',
    url: absolute(siteUrl, variantAddress(variantOf(picture, width, 'webp', height))),
    width: `${width} px`,
    height: `${height} px`,
    // Once is enough for all shapes of it.
    ...(index === 0 && caption !== null && { caption }),
    ...(index === 0 && credit !== null && { creditText: credit }),
  }));
}

import type { ImageObject } from 'schema-dts';
import type { Picture } from '@/lib/archive/queries/pictures';
import { cropSizes } from '@/lib/images/crops';
import { variantAddress, variantOf } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';

/**
 * A picture in the shapes that search engines show, each as large as its file allows; what is said of it
 * stands with the first.
 */
export function images(picture: Picture, siteUrl: string): (ImageObject | string)[] {
  const { caption, credit } = picture;
  const [first, ...others] = cropSizes(picture).map(({ width, height }) =>
    absolute(siteUrl, variantAddress(variantOf(picture, width, 'webp', height))),
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

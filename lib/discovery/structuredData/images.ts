import type { ImageObject } from 'schema-dts';
import type { Picture } from '@/lib/archive/queries/pictures';
import { cropsOf } from '@/lib/images/crops';
import { cropOf, variantAddress } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';

/**
 * A picture in the shapes that search engines show, each as large as its file allows; what is said of it
 * stands with the first.
 */
export function images(picture: Picture, siteUrl: string): (ImageObject | string)[] {
  const { caption, credit, focus } = picture;
  const [first, ...others] = cropsOf(picture, focus).map((crop) =>
    absolute(siteUrl, variantAddress(cropOf(picture, crop, 'webp'))),
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

import type { ImageRef } from '@/lib/content/models';
import type { PictureFile, VariantFormat } from '@/lib/images/picture';
import { candidates, SLOTS } from '@/lib/images/slots';
import { heightOf, variantAddress, variantOf } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';
import { htmlText } from './portableHtml';

/** A size of a picture, for other programs. */
export interface PortableVariant {
  /** Absolute. */
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Pixels of that size. */
  readonly width: number;
  readonly height: number;
}

/** The picture over an article, in the one size that other programs are told of first. */
export interface PortablePicture extends PortableVariant {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Pixels; wide enough for a tablet. */
const WIDEST = 1360;

export function portablePicture(
  siteUrl: string,
  { alt, caption, credit }: ImageRef,
  file: PictureFile,
): PortablePicture {
  const offered = candidates(SLOTS.lead, file.width);
  const width = offered.filter((one) => one <= WIDEST).at(-1) ?? file.width;
  // All programs of the day can show it; AVIF they cannot.
  return { ...portableVariant(siteUrl, file, width, 'webp'), alt, caption, credit };
}

/** @param width one of those that some slot offers */
export function portableVariant(
  siteUrl: string,
  file: PictureFile,
  width: number,
  format: VariantFormat,
): PortableVariant {
  return {
    url: absolute(siteUrl, variantAddress(variantOf(file, width, format))),
    type: `image/${format}`,
    width,
    height: heightOf(file, width),
  };
}

/** The picture as the text of a feed shows it, with its caption and credit. */
export function pictureHtml({ url, width, height, alt, caption, credit }: PortablePicture): string {
  const image = `<img src="${htmlText(url)}" alt="${htmlText(alt)}" width="${width}" height="${height}">`;
  const words = [caption, credit].filter((text) => text !== null).join(' ');
  const legend = words === '' ? '' : `<figcaption>${htmlText(words)}</figcaption>`;
  return `<figure>${image}${legend}</figure>`;
}

import type { ImageRef } from '@/lib/content/models';
import type { PictureFile } from '@/lib/images/picture';
import { candidates, SLOTS } from '@/lib/images/slots';
import { variantAddress, variantOf } from '@/lib/images/variants';
import { absolute } from '@/lib/site/routes';
import { htmlText } from '../portableHtml';

/** The picture over an article, in the one size that feeds name. */
export interface FeedPicture {
  /** Absolute. */
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Pixels of that size. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Pixels; wide enough for a tablet, in a format that all feed readers of the day can show. */
const WIDEST = 1360;

export function feedPicture(
  siteUrl: string,
  { alt, caption, credit }: ImageRef,
  file: PictureFile,
): FeedPicture {
  const offered = candidates(SLOTS.lead, file.width);
  const width = offered.filter((one) => one <= WIDEST).at(-1) ?? file.width;
  const height = Math.round((width * file.height) / file.width);
  const url = absolute(siteUrl, variantAddress(variantOf(file, width, 'webp')));
  return { url, type: 'image/webp', width, height, alt, caption, credit };
}

/** The picture as the text of a feed shows it, with its caption and credit. */
export function pictureHtml({ url, width, height, alt, caption, credit }: FeedPicture): string {
  const image = `<img src="${htmlText(url)}" alt="${htmlText(alt)}" width="${width}" height="${height}">`;
  const words = [caption, credit].filter((text) => text !== null).join(' ');
  const legend = words === '' ? '' : `<figcaption>${htmlText(words)}</figcaption>`;
  return `<figure>${image}${legend}</figure>`;
}

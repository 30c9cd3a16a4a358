import type { Sharp } from 'sharp';
import { type Crop, coverOf } from './crops';
import { loadSharp } from './loadSharp';
import type { VariantFormat } from './picture';
import { MOST_PIXELS } from './read';
import type { Variant } from './variants';

/**
 * Of a drawing and of a photograph of 940 px, effort 2 takes 0.2 to 0.35 s on one core; 4, the
 * package's own choice, takes 2.4 to 3.1 s for files 5 to 20% smaller.
 */
const AVIF = { quality: 50, effort: 2 } as const;
const WEBP = { quality: 75 } as const;

const MAKING_SECONDS = 30;

/**
 * Makes one variant: upright, in sRGB, of an animation the first picture, without metadata
 * (cameras write into it where a source was met).
 * @param bytes the picture's file
 * @param size in pixels; a narrower picture is not enlarged, but to fill a crop
 * @throws Error where the picture cannot be decoded or takes too long
 */
export async function makeVariant(
  bytes: Uint8Array,
  { width, crop }: Pick<Variant, 'width' | 'crop'>,
  format: VariantFormat,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: MAKING_SECONDS })
    .autoOrient();
  const sized =
    crop === null
      ? source.resize({ width, withoutEnlargement: true })
      : await cut(source, { width, ...crop });
  const picture = sized.toColourspace('srgb');
  return format === 'avif' ? picture.avif(AVIF).toBuffer() : picture.webp(WEBP).toBuffer();
}

async function cut(source: Sharp, crop: Crop): Promise<Sharp> {
  const { width, height, at } = crop;
  const { autoOrient } = await source.metadata();
  const cover = coverOf(autoOrient, crop);
  return source.resize({ ...cover, fit: 'fill' }).extract({
    left: Math.round(((cover.width - width) * at) / 100),
    top: Math.round(((cover.height - height) * at) / 100),
    width,
    height,
  });
}

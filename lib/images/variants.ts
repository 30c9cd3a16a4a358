import { routes, type SitePath } from '@/lib/site/routes';
import type { Crop } from './crops';
import { readCropPlace } from './focus';
import { type PictureFile, VARIANT_FORMATS, type VariantFormat } from './picture';

/** One size and format of a picture, as its address names it. */
export interface Variant {
  /** Name of the picture below `media/` without its extension. */
  readonly stem: string;
  /** First digits of the SHA-256 of the file that it is made of. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  /** What is cut out of the picture; null where it is whole. */
  readonly crop: Omit<Crop, 'width'> | null;
  readonly format: VariantFormat;
}

/** Ten digits tell apart all files that ever had one name; more would only weigh on the page. */
const HASH_DIGITS = 10;

export function variantOf(
  picture: Pick<PictureFile, 'name' | 'hash'>,
  width: number,
  format: VariantFormat,
): Variant {
  return { ...namesOf(picture), width, crop: null, format };
}

export function cropOf(
  picture: Pick<PictureFile, 'name' | 'hash'>,
  { width, height, at }: Crop,
  format: VariantFormat,
): Variant {
  return { ...namesOf(picture), width, crop: { height, at }, format };
}

function namesOf({ name, hash }: Pick<PictureFile, 'name' | 'hash'>) {
  return { stem: stemOf(name), hash: hash.slice(0, HASH_DIGITS) };
}

/** Pixels from top to bottom of a picture that is made so wide. */
export function heightOf(
  { width: ownWidth, height }: Pick<PictureFile, 'width' | 'height'>,
  width: number,
): number {
  return Math.max(1, Math.round((width * height) / ownWidth));
}

/** Address of a variant, which never changes its content: `/media/STEM.HASH-SIZE.FORMAT`. */
export function variantAddress({ stem, hash, format, ...size }: Variant): SitePath {
  return routes.variant(stem, `${hash}-${sizeText(size)}.${format}`);
}

/** A size as addresses and files name it: `640`, `1200x900` cut from the middle, `1200x900-25`. */
export function sizeText({ width, crop }: Pick<Variant, 'width' | 'crop'>): string {
  if (crop === null) return `${width}`;
  return `${width}x${crop.height}${crop.at === MIDDLE ? '' : `-${crop.at}`}`;
}

const MIDDLE = 50;

const PATH = new RegExp(
  `^media/(.+)\\.([0-9a-f]{${HASH_DIGITS}})-([1-9]\\d{0,4})(?:x([1-9]\\d{0,4})(?:-(\\d{1,3}))?)?\\.(${VARIANT_FORMATS.join('|')})$`,
  's',
);

/** Reads a path `media/...` (percent signs decoded) back; undefined where it names no variant. */
export function readVariant(path: string): Variant | undefined {
  const [, stem, hash, width, height, place, extension] = PATH.exec(path) ?? [];
  const format = VARIANT_FORMATS.find((known) => known === extension);
  if (stem === undefined || hash === undefined || format === undefined) return undefined;
  const whole = { stem, hash, width: Number(width), crop: null, format };
  if (height === undefined) return whole;
  const at = place === undefined ? MIDDLE : readCropPlace(place);
  // The middle has one address: the one that does not say so.
  if (at === undefined || place === `${MIDDLE}`) return undefined;
  return { ...whole, crop: { height: Number(height), at } };
}

/** Whether a variant's address was made for this picture as it is now. */
export function isVariantOf(
  variant: Variant,
  picture: Pick<PictureFile, 'name' | 'hash'>,
): boolean {
  return stemOf(picture.name) === variant.stem && picture.hash.startsWith(variant.hash);
}

/** A name without its extension, of which every picture has one. */
function stemOf(name: string): string {
  return name.replace(/\.[^./]+$/, '');
}

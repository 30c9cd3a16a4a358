import { routes, type SitePath } from '@/lib/site/routes';
import { type PictureFile, VARIANT_FORMATS, type VariantFormat } from './picture';

/** One size and format of a picture, as its address names it. */
export interface Variant {
  /** Name of the picture below `media/` without its extension. */
  readonly stem: string;
  /** First digits of the SHA-256 of the file that it is made of. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels of a crop; null where the picture is whole. */
  readonly height: number | null;
  readonly format: VariantFormat;
}

/** Ten digits tell apart all files that ever had one name; more would only weigh on the page. */
const HASH_DIGITS = 10;

export function variantOf(
  picture: Pick<PictureFile, 'name' | 'hash'>,
  width: number,
  format: VariantFormat,
  height: number | null = null,
): Variant {
  const hash = picture.hash.slice(0, HASH_DIGITS);
  return { stem: stemOf(picture.name), hash, width, height, format };
}

/** Pixels from top to bottom of a picture that is made so wide. */
export function heightOf(
  { width: ownWidth, height }: Pick<PictureFile, 'width' | 'height'>,
  width: number,
): number {
  return Math.max(1, Math.round((width * height) / ownWidth));
}

/** Address of a variant, which never changes its content: `/media/STEM.HASH-WIDTH[xHEIGHT].FORMAT`. */
export function variantAddress({ stem, hash, width, height, format }: Variant): SitePath {
  const size = height === null ? `${width}` : `${width}x${height}`;
  return routes.variant(stem, `${hash}-${size}.${format}`);
}

const PATH = new RegExp(
  `^media/(.+)\\.([0-9a-f]{${HASH_DIGITS}})-([1-9]\\d{0,4})(?:x([1-9]\\d{0,4}))?\\.(${VARIANT_FORMATS.join('|')})$`,
  's',
);

/** Reads a path `media/...` (percent signs decoded) back; undefined where it names no variant. */
export function readVariant(path: string): Variant | undefined {
  const [, stem, hash, width, height, extension] = PATH.exec(path) ?? [];
  const format = VARIANT_FORMATS.find((known) => known === extension);
  if (stem === undefined || hash === undefined || format === undefined) return undefined;
  const crop = height === undefined ? null : Number(height);
  return { stem, hash, width: Number(width), height: crop, format };
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

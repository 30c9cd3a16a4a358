/** The shapes in which search engines show a picture, as width to height. */
export const RATIOS = [16 / 9, 4 / 3, 1] as const;

export interface CropSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels; wide enough for the largest cards that engines show. */
const WIDEST = 1200;
/** Pixels in all; engines take no smaller pictures (Google, article structured data). */
const FEWEST_PIXELS = 50_000;

/** The crops that a picture is large enough for, one of each shape; it is never enlarged. */
export function cropSizes({ width, height }: CropSize): CropSize[] {
  return RATIOS.map((ratio) => {
    const cropped = Math.floor(Math.min(WIDEST, width, height * ratio));
    return { width: cropped, height: Math.round(cropped / ratio) };
  }).filter((size) => size.width * size.height >= FEWEST_PIXELS);
}

/** Whether a crop of a picture is one of those that are offered. */
export function isCropOffered(crop: CropSize, picture: CropSize): boolean {
  return cropSizes(picture).some(
    ({ width, height }) => width === crop.width && height === crop.height,
  );
}

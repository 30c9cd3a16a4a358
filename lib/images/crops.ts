import { type CropPlace, cropPlace, type Focus } from './focus';

/** The shapes in which search engines show a picture, as width to height. */
const RATIOS = [16 / 9, 4 / 3, 1] as const;

export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture cut to another shape. */
export interface Crop extends Size {
  readonly at: CropPlace;
}

/** Pixels; wide enough for the largest cards that engines show. */
const WIDEST = 1200;
/** Pixels in all; engines take no smaller pictures (Google, article structured data). */
const FEWEST_PIXELS = 50_000;

/**
 * The crops that a picture is large enough for, one of each shape, the widest first; it is never
 * enlarged. Each shows what a card of its shape would: it is cut about the same point.
 */
export function cropsOf(picture: Size, focus: Focus): Crop[] {
  return cropSizes(picture).map((size) => ({ ...size, at: placeIn(picture, size, focus) }));
}

/** Whether a crop of a picture may be offered, wherever somebody says that its point of interest is. */
export function isCropOffered({ width, height, at }: Crop, picture: Size): boolean {
  return cropSizes(picture).some(
    (size) => size.width === width && size.height === height && (at === 50 || isCut(picture, size)),
  );
}

/** The size to which a picture is brought before a crop is cut out of it: the smallest that covers the crop. */
export function coverOf(picture: Size, { width, height }: Size): Size {
  const scale = Math.max(width / picture.width, height / picture.height);
  return {
    width: Math.max(width, Math.round(picture.width * scale)),
    height: Math.max(height, Math.round(picture.height * scale)),
  };
}

function cropSizes({ width, height }: Size): Size[] {
  return RATIOS.map((ratio) => {
    const cropped = Math.floor(Math.min(WIDEST, width, height * ratio));
    return { width: cropped, height: Math.round(cropped / ratio) };
  }).filter((size) => size.width * size.height >= FEWEST_PIXELS);
}

/** Crops go by quarters, as those of cards do, so that few are ever made of one picture. */
function placeIn(picture: Size, size: Size, focus: Focus): CropPlace {
  if (focus === null || !isCut(picture, size)) return 50;
  const [x, y] = focus;
  const { width, height } = overhang(picture, size);
  return cropPlace(width > height ? x : y);
}

function isCut(picture: Size, size: Size): boolean {
  const { width, height } = overhang(picture, size);
  // A line of pixels is what rounding leaves.
  return Math.max(width, height) > 1;
}

function overhang(picture: Size, size: Size): Size {
  const cover = coverOf(picture, size);
  return { width: cover.width - size.width, height: cover.height - size.height };
}

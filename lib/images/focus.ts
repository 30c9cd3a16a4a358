/** Where a crop is taken along the side that it cuts: percent, from the left or the top. */
const CROP_PLACES = [0, 25, 50, 75, 100] as const;

export type CropPlace = (typeof CROP_PLACES)[number];

/** A point from 0 to 1 in each direction, from the upper left; null where nobody named one. */
export type Focus = readonly [x: number, y: number] | null;

/**
 * The point of interest as `X-Y` in steps of a quarter, e.g. `50-25`: there are no style
 * attributes, so that the style sheet needs a rule for each step. Undefined in the middle, where
 * crops are centred anyway.
 */
export function focusStep(focus: Focus): string | undefined {
  if (!focus) return undefined;
  const step = focus.map(cropPlace).join('-');
  return step === '50-50' ? undefined : step;
}

/** The nearest quarter to a share from 0 to 1. */
export function cropPlace(share: number): CropPlace {
  return CROP_PLACES[Math.round(share * 4)] ?? 50;
}

/** Reads a place as an address says it; undefined where it is none. */
export function readCropPlace(text: string): CropPlace | undefined {
  return CROP_PLACES.find((place) => String(place) === text);
}

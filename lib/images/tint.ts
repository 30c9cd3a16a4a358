/** Mean colour of half a picture, with its opacity; each from 0 to 255. */
export type Half = readonly [red: number, green: number, blue: number, alpha: number];

const OPAQUE = 255;

/**
 * The ground of a picture until it arrives: the colours of both halves with a digit for each
 * channel, e.g. `a87-345`. Null where anything shows through, since the ground would then stay
 * visible behind the picture.
 */
export function tintOf(upper: Half, lower: Half): string | null {
  if (upper[3] < OPAQUE || lower[3] < OPAQUE) return null;
  return `${digits(upper)}-${digits(lower)}`;
}

/** 17 is the distance of two colours of one digit, as `#abc` means `#aabbcc` (CSS Color 4, 5.2). */
function digits([red, green, blue]: Half): string {
  return [red, green, blue].map((value) => Math.round(value / 17).toString(16)).join('');
}

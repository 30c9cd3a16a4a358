import type { Colour } from './colours';
import type { PlacedRaster } from './glyphs';

/** A picture as red, green and blue bytes, row by row. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const CHANNELS = 3;

/** Draws the glyphs of a column that begins at a pixel. What would stand outside is left out. */
export function ink(
  pixels: Pixels,
  glyphs: readonly PlacedRaster[],
  left: number,
  top: number,
): void {
  for (const { raster, x, y, colour } of glyphs) {
    stamp(pixels, raster, left + x + raster.left, top + y + raster.top, bytesOf(colour));
  }
}

function stamp(
  { data, width, height }: Pixels,
  raster: PlacedRaster['raster'],
  left: number,
  top: number,
  [red, green, blue]: Colours,
): void {
  const bytes = new DataView(data.buffer, data.byteOffset, data.length);
  const { buffer, byteOffset, length } = raster.coverage;
  const coverage = new DataView(buffer, byteOffset, length);
  const [firstRow, endRow] = [Math.max(0, -top), Math.min(raster.height, height - top)];
  const [first, end] = [Math.max(0, -left), Math.min(raster.width, width - left)];
  for (let row = firstRow; row < endRow; row++) {
    for (let column = first; column < end; column++) {
      const share = coverage.getUint8(row * raster.width + column);
      if (share === 0) continue;
      const at = ((top + row) * width + left + column) * CHANNELS;
      bytes.setUint8(at, mixed(bytes.getUint8(at), red, share));
      bytes.setUint8(at + 1, mixed(bytes.getUint8(at + 1), green, share));
      bytes.setUint8(at + 2, mixed(bytes.getUint8(at + 2), blue, share));
    }
  }
}

/** Rounded to the nearest, in whole numbers, which is fast. */
function mixed(under: number, over: number, share: number): number {
  const sum = under * (255 - share) + over * share + 128;
  return (sum + (sum >> 8)) >> 8;
}

type Colours = readonly [red: number, green: number, blue: number];

function bytesOf(colour: Colour): Colours {
  const all = Number.parseInt(colour.slice(1), 16);
  return [all >> 16, (all >> 8) & 255, all & 255];
}

/** Lays a picture over a part of another, within it. */
export function paste({ data, width }: Pixels, picture: Pixels, left: number, top: number): void {
  const length = picture.width * CHANNELS;
  for (let row = 0; row < picture.height; row++) {
    const to = ((top + row) * width + left) * CHANNELS;
    picture.data.copy(data, to, row * length, (row + 1) * length);
  }
}

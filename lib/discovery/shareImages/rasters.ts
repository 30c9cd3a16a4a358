import { loadSharp } from '@/lib/images/loadSharp';
import type { Glyph } from './fonts';

/** Parts of a pixel that places between pixels are rounded to. */
export const STEPS = 4;

/** A glyph of a size in pixels, to be drawn so many steps right of where a pixel begins. */
export interface Cut {
  readonly glyph: Glyph;
  readonly size: number;
  readonly step: number;
}

/** What a glyph covers of the pixels about its place. */
export interface Raster {
  /** From its place, rightwards and downwards. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** A byte for each pixel, row by row: 255 where all of it is covered. */
  readonly coverage: Uint8Array;
}

/** Widest row of glyphs on the sheet, in pixels. */
const ROW = 2000;

/** Draws glyphs, all on one sheet, and cuts them out. */
export async function drawGlyphs(cuts: readonly Cut[]): Promise<Raster[]> {
  const { cells, width, height } = arranged(cuts);
  if (width === 0 || height === 0)
    return cells.map(({ frame }) => ({ ...frame, coverage: NOTHING }));
  const paths = cells.map(({ cut, frame, x, y }) => {
    const scale = cut.size / cut.glyph.unitsPerEm;
    const place = `${x - frame.left + cut.step / STEPS} ${y - frame.top}`;
    return `<path transform="translate(${place}) scale(${scale} ${-scale})" d="${cut.glyph.outline()}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paths.join('')}</svg>`;
  const sharp = await loadSharp();
  const sheet = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  return cells.map(({ frame, x, y }) => {
    const coverage = new Uint8Array(frame.width * frame.height);
    for (let row = 0; row < frame.height; row++) {
      const from = (y + row) * width + x;
      coverage.set(sheet.subarray(from, from + frame.width), row * frame.width);
    }
    return { ...frame, coverage };
  });
}

const NOTHING = new Uint8Array();

/** Cells for all glyphs, in rows, with a pixel free after each. */
function arranged(cuts: readonly Cut[]) {
  let [x, y, width, rowHeight] = [0, 0, 0, 0];
  const cells = cuts.map((cut) => {
    const frame = frameOf(cut);
    if (x + frame.width > ROW) [x, y, rowHeight] = [0, y + rowHeight, 0];
    const cell = { cut, frame, x, y };
    x += frame.width + 1;
    width = Math.max(width, x);
    rowHeight = Math.max(rowHeight, frame.height + 1);
    return cell;
  });
  return { cells, width, height: y + rowHeight };
}

/** The pixels that a glyph reaches into. */
function frameOf({ glyph: { box }, size, step }: Cut): Omit<Raster, 'coverage'> {
  const shift = step / STEPS;
  const left = Math.floor(box.left * size + shift);
  const top = Math.floor(-box.top * size);
  const width = Math.ceil(box.right * size + shift) - left;
  return { left, top, width, height: Math.ceil(-box.bottom * size) - top };
}

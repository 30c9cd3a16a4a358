import { LRUCache } from 'lru-cache';
import { type Cut, drawGlyphs, type Raster, STEPS } from './rasters';
import type { PlacedWord } from './stack';

/** A glyph at a pixel of its column. */
export interface PlacedRaster {
  readonly raster: Raster;
  readonly x: number;
  readonly y: number;
  readonly colour: PlacedWord['colour'];
}

/** Size of letters, in pixels. */
const LARGE = 40;

/** Cards have few sizes and letters between them, in a few megabytes. */
const kept = new LRUCache<string, Raster>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: ({ coverage }) => coverage.length + 200,
});

/** The glyphs of words; those that no card has had before are drawn. */
export async function glyphsOf(words: readonly PlacedWord[]): Promise<PlacedRaster[]> {
  const places = words.flatMap(placesOf);
  const found = new Map<string, Raster>();
  const missing = new Map<string, Cut>();
  for (const { key, cut } of places) {
    const raster = kept.get(key);
    if (raster) found.set(key, raster);
    else missing.set(key, cut);
  }
  const drawn = await drawGlyphs([...missing.values()]);
  for (const [index, key] of [...missing.keys()].entries()) {
    const raster = drawn[index];
    if (raster === undefined) throw new Error(`the glyph ${key} was not drawn`);
    found.set(key, raster);
    kept.set(key, raster);
  }
  return places.flatMap(({ key, ...place }) => {
    const raster = found.get(key);
    return raster ? [{ raster, ...place }] : [];
  });
}

function placesOf({ word, letters: { size, tracking }, colour, x, y }: PlacedWord) {
  return word.glyphs.map(({ glyph, ...place }) => {
    // In large letters a quarter of a pixel is not seen, and there are half as many to draw.
    const stride = size < LARGE ? 1 : 2;
    const exact = (x + place.x * size + place.before * tracking) * STEPS;
    const steps = Math.round(exact / stride) * stride;
    const pixel = Math.floor(steps / STEPS);
    const cut: Cut = { glyph, size, step: steps - pixel * STEPS };
    const key = `${glyph.key} ${size} ${cut.step}`;
    return { key, cut, colour, x: pixel, y: Math.round(y - place.y * size) };
  });
}

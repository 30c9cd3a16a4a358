import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf, cropsOf, isCropOffered } from '@/lib/images/crops';
import type { Focus } from '@/lib/images/focus';

const shapes = (width: number, height: number, focus: Focus = null) =>
  cropsOf({ width, height }, focus).map((crop) => `${crop.width}x${crop.height} at ${crop.at}`);

const sides = fc.integer({ min: 1, max: 16_383 });
const sizes = fc.record({ width: sides, height: sides });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the crops of a picture', () => {
  it.each([
    ['wide', 1600, 900, ['1200x675 at 50', '1200x900 at 50', '900x900 at 50']],
    [
      'larger than any is shown',
      4000,
      3000,
      ['1200x675 at 50', '1200x900 at 50', '1200x1200 at 50'],
    ],
    ['upright', 600, 2000, ['600x338 at 50', '600x450 at 50', '600x600 at 50']],
    ['no larger than search engines take in one shape', 320, 160, []],
    ['large enough in a square alone', 224, 224, ['224x224 at 50']],
    ['small', 96, 96, []],
  ])('that is %s', (_, width, height, expected) => {
    expect(shapes(width, height)).toEqual(expected);
  });

  it('lie about the point of interest, along the side that is cut', () => {
    expect(shapes(1600, 900, [0.9, 0.1])).toEqual([
      '1200x675 at 50',
      '1200x900 at 100',
      '900x900 at 100',
    ]);
    expect(shapes(900, 1600, [0.9, 0.3])).toEqual([
      '900x506 at 25',
      '900x675 at 25',
      '900x900 at 25',
    ]);
  });

  it('are never larger than it, large enough for search engines, and offered', () => {
    fc.assert(
      fc.property(sizes, fc.option(fc.tuple(share, share)), (picture, focus) => {
        for (const crop of cropsOf(picture, focus)) {
          const { width, height } = crop;
          expect(width * height).toBeGreaterThanOrEqual(50_000);
          expect(width).toBeLessThanOrEqual(Math.min(1200, picture.width));
          expect(height).toBeLessThanOrEqual(picture.height);
          expect(isCropOffered(crop, picture)).toBe(true);
          const cover = coverOf(picture, crop);
          expect(cover.width).toBeGreaterThanOrEqual(width);
          expect(cover.height).toBeGreaterThanOrEqual(height);
        }
      }),
    );
  });

  it('are the only ones that are offered, at any quarter where something is cut', () => {
    const picture = { width: 1600, height: 900 };
    expect(isCropOffered({ width: 900, height: 900, at: 75 }, picture)).toBe(true);
    expect(isCropOffered({ width: 1200, height: 675, at: 75 }, picture)).toBe(false);
    expect(isCropOffered({ width: 899, height: 899, at: 50 }, picture)).toBe(false);
    expect(isCropOffered({ width: 1200, height: 900, at: 50 }, { width: 320, height: 180 })).toBe(
      false,
    );
  });
});

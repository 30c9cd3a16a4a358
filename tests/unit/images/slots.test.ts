import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockSlot, candidates, isOffered, SLOTS, type Slot } from '@/lib/images/slots';

const BLOCKS = Array.from({ length: 12 }, (_, count) =>
  Array.from({ length: count }, (__, index) => blockSlot(index, count)),
).flat();

const ALL: readonly Slot[] = [...Object.values(SLOTS), ...BLOCKS];

describe('a slot', () => {
  it('offers widths in ascending order, none of them twice', () => {
    for (const { widths } of ALL) {
      expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
    }
  });

  it('asks for the widest window first, and always for some width', () => {
    for (const { sizes } of ALL) {
      const conditions = sizes.split(',').map((part) => /^\(min-width:(\d+)px\) \d+px$/.exec(part));
      const windows = conditions.slice(0, -1).map((match) => Number(match?.[1]));
      expect(windows).toEqual([...windows].sort((a, b) => b - a));
      expect(sizes).toMatch(/(?:^|,)\d+px$/);
    }
  });
});

describe('blockSlot', () => {
  /** What a wide window is told, and whether the block has a row of a middle one to itself. */
  const shape = (index: number, count: number) => {
    const { sizes } = blockSlot(index, count);
    const wide = /\(min-width:1280px\) (\d+)px/.exec(sizes)?.[1];
    return `${wide}${sizes.includes('(min-width:696px) 600px') ? ' alone' : ''}`;
  };

  it.each([
    [1, ['1200 alone']],
    [2, ['580', '580']],
    [3, ['380', '380', '380 alone']],
    [4, ['380', '380', '380', '1200']],
    [5, ['380', '380', '380', '580', '580 alone']],
    [6, ['380', '380', '380', '380', '380', '380']],
    [7, ['380', '380', '380', '380', '380', '380', '1200 alone']],
  ])('fills the last row of %i blocks', (count, shapes) => {
    expect(shapes.map((_, index) => shape(index, count))).toEqual(shapes);
  });
});

describe('candidates', () => {
  const slot: Slot = { widths: [320, 640, 960], sizes: '320px' };

  it.each([
    [5000, [320, 640, 960]],
    [960, [320, 640, 960]],
    [800, [320, 640, 800]],
    // So little more is not worth an entry of its own.
    [700, [320, 640]],
    [320, [320]],
    [8, [8]],
  ])('of a picture %i px wide', (ownWidth, widths) => {
    expect(candidates(slot, ownWidth)).toEqual(widths);
  });

  it('are never wider than the picture, never none, and all of them offered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.integer({ min: 1, max: 16_383 }), (any, ownWidth) => {
        const widths = candidates(any, ownWidth);
        expect(widths.length).toBeGreaterThan(0);
        expect(Math.max(...widths)).toBeLessThanOrEqual(ownWidth);
        for (const width of widths) expect(isOffered(width, ownWidth)).toBe(true);
      }),
    );
  });
});

describe('isOffered', () => {
  it('knows no widths but those of the slots', () => {
    const offered = Array.from({ length: 4000 }, (_, width) => width).filter((width) =>
      isOffered(width, 3999),
    );
    expect(offered).toEqual(
      [...new Set(ALL.flatMap(({ widths }) => widths))].sort((a, b) => a - b),
    );
    expect(isOffered(1600, 1600)).toBe(true);
    expect(isOffered(3999, 3999)).toBe(false);
    expect(isOffered(640, 320)).toBe(false);
    expect(isOffered(0, 320)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusStep } from '@/lib/images/focus';
import { type PictureFile, VARIANT_FORMATS } from '@/lib/images/picture';
import { pictureSources } from '@/lib/images/sources';
import { tintOf } from '@/lib/images/tint';
import {
  cropOf,
  isVariantOf,
  readVariant,
  type Variant,
  variantAddress,
  variantOf,
} from '@/lib/images/variants';
import { routes } from '@/lib/site/routes';

const HASH = 'ab24581802'.padEnd(64, '7');

function aPicture(name: string, width = 1600): PictureFile {
  return { src: routes.media(name), name, width, height: 900, hash: HASH, tint: null };
}

const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !text.includes('/'));
const names = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('png', 'jpg', 'JPEG'))
  .map(([segments, extension]) => `${segments.join('/')}.${extension}`);
const widths = fc.integer({ min: 1, max: 16_383 });
const formats = fc.constantFrom(...VARIANT_FORMATS);
const crops = fc.record({
  width: widths,
  height: widths,
  at: fc.constantFrom(0, 25, 50, 75, 100),
});
const variants: fc.Arbitrary<[name: string, variant: Variant]> = fc
  .tuple(names, fc.oneof(widths, crops), formats)
  .map(([name, size, format]) => [
    name,
    typeof size === 'number'
      ? variantOf(aPicture(name), size, format)
      : cropOf(aPicture(name), size, format),
  ]);

describe("a variant's address", () => {
  it('names the picture, its content, a width and a format', () => {
    const variant = variantOf(aPicture('2026/a bridge.v2.jpg'), 640, 'avif');
    expect(variantAddress(variant)).toBe('/media/2026/a%20bridge.v2.ab24581802-640.avif');
  });

  it.each([
    [0, '1200x900-0'],
    [50, '1200x900'],
    [75, '1200x900-75'],
  ] as const)('names a crop at %i', (at, size) => {
    const variant = cropOf(aPicture('a.png'), { width: 1200, height: 900, at }, 'webp');
    expect(variantAddress(variant)).toBe(`/media/a.ab24581802-${size}.webp`);
  });

  it('is read back as what it was made of', () => {
    fc.assert(
      fc.property(variants, ([name, variant]) => {
        const path = decodeURIComponent(variantAddress(variant).slice(1));
        expect(readVariant(path)).toEqual(variant);
        expect(isVariantOf(variant, aPicture(name))).toBe(true);
      }),
    );
  });

  it('can stand in a list of addresses, whatever the name', () => {
    fc.assert(
      fc.property(variants, ([, variant]) => {
        const address = variantAddress(variant);
        expect(address).not.toMatch(/[\s,"<>]/);
      }),
    );
  });

  it.each([
    'media/a.ab24581802-640.png',
    'media/a.ab24581802-0640.avif',
    'media/a.ab24581802-0.avif',
    'media/a.ab24581802-123456.avif',
    'media/a.ab24581802-6.4.avif',
    'media/a.ab24581802-640x.avif',
    'media/a.ab24581802-640x0.avif',
    'media/a.ab24581802-640x480-50.avif',
    'media/a.ab24581802-640x480-33.avif',
    'media/a.ab24581802-640-25.avif',
    'media/a.ab24581802-640.avif/',
    'media/a.ab2458180-640.avif',
    'media/a.AB24581802-640.avif',
    'media/.ab24581802-640.avif',
    'media/a.avif',
    'a.ab24581802-640.avif',
    '',
  ])('is not %s', (path) => {
    expect(readVariant(path)).toBeUndefined();
  });

  it('belongs to one picture with one content', () => {
    const variant = variantOf(aPicture('a/b.png'), 640, 'webp');
    expect(isVariantOf(variant, aPicture('a/b.png'))).toBe(true);
    expect(isVariantOf(variant, aPicture('b.png'))).toBe(false);
    expect(isVariantOf(variant, aPicture('a/b.c.png'))).toBe(false);
    expect(isVariantOf(variant, { name: 'a/b.png', hash: '0'.repeat(64) })).toBe(false);
  });
});

describe('pictureSources', () => {
  it('offers both formats in every width, and a middle one to old browsers', () => {
    const slot = { widths: [320, 640, 940], sizes: '320px' };
    expect(pictureSources(aPicture('a.png'), slot)).toEqual({
      src: '/media/a.ab24581802-640.webp',
      avif: '/media/a.ab24581802-320.avif 320w,/media/a.ab24581802-640.avif 640w,/media/a.ab24581802-940.avif 940w',
      webp: '/media/a.ab24581802-320.webp 320w,/media/a.ab24581802-640.webp 640w,/media/a.ab24581802-940.webp 940w',
      sizes: '320px',
    });
  });
});

describe('focusStep', () => {
  it.each([
    [[0, 0], '0-0'],
    [[1, 1], '100-100'],
    [[0.5, 0.3], '50-25'],
    [[0.9, 0.5], '100-50'],
    [[0.5, 0.5], undefined],
    [[0.45, 0.6], undefined],
    [null, undefined],
  ] as const)('of %j is %s', (focus, step) => {
    expect(focusStep(focus)).toBe(step);
  });
});

describe('tintOf', () => {
  it('has a digit for each channel of both halves', () => {
    expect(tintOf([170, 136, 119, 255], [0, 8, 255, 255])).toBe('a87-00f');
    expect(tintOf([9, 25, 26, 255], [246, 247, 248, 255])).toBe('112-eff');
  });

  it('is none where something shows through', () => {
    expect(tintOf([1, 2, 3, 255], [1, 2, 3, 254])).toBeNull();
    expect(tintOf([1, 2, 3, 0], [1, 2, 3, 255])).toBeNull();
  });
});

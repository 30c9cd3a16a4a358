import { describe, expect, it } from 'vitest';
import { Photo } from '@/components/cards/Photo';
import { SLOTS } from '@/lib/images/slots';
import { pictureSources } from '@/lib/images/sources';
import { aPicture } from '../support/cards';
import { only } from '../support/reading';
import { show } from '../support/render';

type PhotoProps = Parameters<typeof Photo>[0];

function photo(props: Partial<PhotoProps> = {}) {
  const container = show(
    <Photo picture={aPicture()} alt="A bridge" slot={SLOTS.figure} {...props} />,
  );
  return { image: only(container, 'picture > img'), source: only(container, 'picture > source') };
}

describe('Photo', () => {
  it('lets the browser choose between formats and sizes', () => {
    const { image, source } = photo();
    const { src, avif, webp, sizes } = pictureSources(aPicture(), SLOTS.figure);
    expect(source.getAttribute('type')).toBe('image/avif');
    expect([source.getAttribute('srcset'), source.getAttribute('sizes')]).toEqual([avif, sizes]);
    expect([image.getAttribute('srcset'), image.getAttribute('sizes')]).toEqual([webp, sizes]);
    expect(image.getAttribute('src')).toBe(src);
  });

  it('keeps its place, with the dimensions of the file and a ground of its colours', () => {
    const { image } = photo();
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual(['1200', '675']);
    expect(image.getAttribute('data-tint')).toBe('a87-345');
    const clear = photo({ picture: aPicture({ tint: null }) });
    expect(clear.image.hasAttribute('data-tint')).toBe(false);
  });

  it.each([
    ['lead', null, 'high'],
    ['soon', null, null],
    ['late', 'lazy', null],
  ] as const)('is loaded as "%s" says', (loading, lazy, priority) => {
    const { image } = photo({ loading });
    expect(image.getAttribute('loading')).toBe(lazy);
    expect(image.getAttribute('fetchpriority')).toBe(priority);
  });

  it('is put off unless told otherwise', () => {
    expect(photo().image.getAttribute('loading')).toBe('lazy');
  });

  it('tells the point of interest, but for the middle', () => {
    expect(photo({ focus: [0.8, 0.1] }).image.getAttribute('data-focus')).toBe('75-0');
    expect(photo({ focus: [0.5, 0.5] }).image.hasAttribute('data-focus')).toBe(false);
    expect(photo().image.hasAttribute('data-focus')).toBe(false);
  });
});

import { focusStep } from '@/lib/images/focus';
import type { PictureFile } from '@/lib/images/picture';
import type { Slot } from '@/lib/images/slots';
import { pictureSources } from '@/lib/images/sources';

interface PhotoProps {
  readonly picture: PictureFile;
  readonly alt: string;
  /** The place in the layout, which decides on the sizes to choose from. */
  readonly slot: Slot;
  /**
   * lead: the one picture of the first screen, before all others; soon: of the first screen too;
   * late: when the reader comes near it.
   */
  readonly loading?: 'lead' | 'soon' | 'late';
  readonly className?: string;
  /** Point of interest where the place crops the picture. */
  readonly focus?: readonly [number, number] | null;
}

/** A picture that keeps its place while it loads, on a ground of its own colours. */
export function Photo(props: PhotoProps) {
  const { picture, alt, slot, loading = 'late', className, focus = null } = props;
  const { src, avif, webp, sizes } = pictureSources(picture, slot);
  return (
    <picture>
      <source type="image/avif" srcSet={avif} sizes={sizes} />
      <img
        className={className}
        src={src}
        srcSet={webp}
        sizes={sizes}
        alt={alt}
        width={picture.width}
        height={picture.height}
        decoding="async"
        {...(loading === 'lead' && { fetchPriority: 'high' })}
        {...(loading === 'late' && { loading: 'lazy' })}
        data-tint={picture.tint ?? undefined}
        data-focus={focusStep(focus)}
      />
    </picture>
  );
}

import type { PictureFile } from '@/lib/archive/queries/pictures';

interface PhotoProps {
  readonly picture: PictureFile;
  readonly alt: string;
  /** The one picture that belongs to the first screen is not put off. */
  readonly isLead?: boolean;
}

/** A picture that keeps its place while it loads. */
export function Photo({ picture, alt, isLead = false }: PhotoProps) {
  return (
    <img
      src={picture.src}
      alt={alt}
      width={picture.width}
      height={picture.height}
      decoding="async"
      {...(isLead ? { fetchPriority: 'high' } : { loading: 'lazy' })}
    />
  );
}

import type { PictureFile } from '@/lib/images/picture';
import { SLOTS } from '@/lib/images/slots';
import { Photo } from '../cards/Photo';

interface AvatarProps {
  readonly name: string;
  /** Empty where the name stands beside the picture anyway. */
  readonly alt: string;
  readonly picture: PictureFile | null;
  readonly size: 'large' | 'small';
}

/** A person's picture; drawn initials where there is none. */
export function Avatar({ name, alt, picture, size }: AvatarProps) {
  const className = `avatar avatar-${size}`;
  if (picture) {
    return (
      <Photo
        className={className}
        picture={picture}
        alt={alt}
        slot={size === 'small' ? SLOTS.avatarSmall : SLOTS.avatarLarge}
        loading={size === 'small' ? 'late' : 'soon'}
      />
    );
  }
  const drawing = <Initials name={name} />;
  return alt === '' ? (
    <svg className={className} viewBox="0 0 96 96" aria-hidden="true">
      {drawing}
    </svg>
  ) : (
    <svg className={className} viewBox="0 0 96 96" role="img" aria-label={alt}>
      {drawing}
    </svg>
  );
}

function Initials({ name }: { readonly name: string }) {
  return (
    <>
      <rect width="96" height="96" className="avatar-ground" />
      <text x="48" y="62" textAnchor="middle" className="avatar-initials">
        {initials(name)}
      </text>
    </>
  );
}

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

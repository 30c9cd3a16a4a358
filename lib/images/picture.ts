import type { SitePath } from '@/lib/site/routes';

/** A picture of the publication, with all that a page has to say of it before it arrives. */
export interface PictureFile {
  /** Address of the file as the editors committed it. */
  readonly src: SitePath;
  /** Name below `media/`, e.g. `2026/bridge.jpg`. */
  readonly name: string;
  /** Pixels, as shown: after the turn that the picture's orientation asks for. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  /** Mean colours of the upper and the lower half, e.g. `a87-345`; null where one sees through. */
  readonly tint: string | null;
}

export type MediaFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'gif';

/** What the archive keeps of a picture's file. */
export interface MediaFacts extends Pick<PictureFile, 'width' | 'height' | 'hash' | 'tint'> {
  readonly format: MediaFormat;
}

/** What is made of every picture; AVIF comes first since it is the smaller one. */
export const VARIANT_FORMATS = ['avif', 'webp'] as const;

export type VariantFormat = (typeof VARIANT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<MediaFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

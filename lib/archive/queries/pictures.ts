import type { ImageRef } from '@/lib/content/models';
import { routes, type SitePath } from '@/lib/site/routes';
import type { Reader } from '../reader';
import type { MediaFormat } from '../sync/mediaFile';

/** A picture's file, ready to be shown. */
export interface PictureFile {
  readonly src: SitePath;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Picture extends PictureFile {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

const MEDIA_TYPES: Readonly<Record<MediaFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

/** Looks up `media/NAME`; null where there is no such picture or its file is broken. */
export function pictureFile(reader: Reader, path: string): PictureFile | null {
  reader.shown.add(`media:${path}`);
  const row = reader.database
    .query<{ width: number; height: number }>('SELECT width, height FROM media WHERE path = ?')
    .get(path);
  if (!row) return null;
  return { src: routes.media(path.slice('media/'.length)), width: row.width, height: row.height };
}

export function picture(reader: Reader, image: ImageRef | null): Picture | null {
  const file = image && pictureFile(reader, image.src);
  if (!file) return null;
  return { ...file, alt: image.alt, caption: image.caption, credit: image.credit };
}

/** Media type of a picture of the publication; null for files that are none. */
export function mediaType(reader: Reader, path: string): string | null {
  const row = reader.database
    .query<{ format: MediaFormat }>('SELECT format FROM media WHERE path = ?')
    .get(path);
  return row ? MEDIA_TYPES[row.format] : null;
}

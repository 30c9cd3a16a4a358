import type { ImageRef } from '@/lib/content/models';
import { MEDIA_TYPES, type MediaFormat, type PictureFile } from '@/lib/images/picture';
import { isVariantOf, type Variant } from '@/lib/images/variants';
import { routes } from '@/lib/site/routes';
import type { Database } from '../database';
import type { Reader } from '../reader';

export type { PictureFile } from '@/lib/images/picture';

export interface Picture extends PictureFile {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Point of interest for crops, from 0 to 1 in each direction. */
  readonly focus: ImageRef['focus'];
}

interface MediaRow extends Omit<PictureFile, 'src' | 'name'> {
  readonly path: string;
}

const MEDIA_FOLDER = 'media/';
const COLUMNS = 'path, width, height, hash, tint';

/** Looks up `media/NAME`; null where there is no such picture or its file is broken. */
export function pictureFile(reader: Reader, path: string): PictureFile | null {
  reader.shown.add(`media:${path}`);
  const row = reader.database
    .query<MediaRow>(`SELECT ${COLUMNS} FROM media WHERE path = ?`)
    .get(path);
  return row ? fileOf(row) : null;
}

/** Those of many paths `media/NAME` at which there is a sound picture. */
export function knownPictures(reader: Reader, paths: readonly string[]): ReadonlySet<string> {
  for (const path of paths) reader.shown.add(`media:${path}`);
  const rows = reader.database
    .query<{ path: string }>(
      'SELECT path FROM media WHERE path IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(paths));
  return new Set(rows.map(({ path }) => path));
}

export function picture(reader: Reader, image: ImageRef | null): Picture | null {
  const file = image && pictureFile(reader, image.src);
  if (!file) return null;
  const { alt, caption, credit, focus } = image;
  return { ...file, alt, caption, credit, focus };
}

/** The picture that a variant's address was made for; null where it is another by now. */
export function pictureOfVariant(reader: Reader, variant: Variant): PictureFile | null {
  // All names that are the stem and an extension; "/" is the character after ".".
  const rows = reader.database
    .query<MediaRow>(`SELECT ${COLUMNS} FROM media WHERE path > ? AND path < ?`)
    .all(`${MEDIA_FOLDER}${variant.stem}.`, `${MEDIA_FOLDER}${variant.stem}/`);
  return rows.map(fileOf).find((file) => isVariantOf(variant, file)) ?? null;
}

/** Media type of a picture of the publication; null for files that are none. */
export function mediaType(reader: Reader, path: string): string | null {
  const row = reader.database
    .query<{ format: MediaFormat }>('SELECT format FROM media WHERE path = ?')
    .get(path);
  return row ? MEDIA_TYPES[row.format] : null;
}

/** Fingerprint of the version of a file that readers see; null where they see none. */
export function shownVersion(database: Database, path: string): string | null {
  const row = database
    .query<{ shown: string | null }>('SELECT shown FROM file WHERE path = ?')
    .get(path);
  return row?.shown ?? null;
}

function fileOf({ path, width, height, hash, tint }: MediaRow): PictureFile {
  const name = path.slice(MEDIA_FOLDER.length);
  return { src: routes.media(name), name, width, height, hash, tint };
}

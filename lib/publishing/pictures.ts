import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mediaType, pictureOfVariant, shownVersion } from '@/lib/archive/queries/pictures';
import { isCropOffered } from '@/lib/images/crops';
import { MEDIA_TYPES, type PictureFile } from '@/lib/images/picture';
import { isOffered } from '@/lib/images/slots';
import { type StoredVariant, VariantStore } from '@/lib/images/store';
import { readVariant, type Variant } from '@/lib/images/variants';
import { log } from '@/lib/log/log';
import type { Publication } from './publication';

/** What answers a request for a picture: a file, or its content where no file could be written. */
export type PictureAnswer = StoredVariant & {
  /** Media type. */
  readonly type: string;
  /** Whether the content at this address can never change. */
  readonly immutable: boolean;
};

/**
 * The picture at an address: a file as the editors committed it, or a variant, which is made on
 * first demand. Null where there is none, and where it cannot be made; the log then says why.
 * @param path `media/...`, percent signs decoded
 */
export async function pictureFor(
  publication: Publication,
  path: string,
): Promise<PictureAnswer | null> {
  const original = publication.read((reader) => mediaType(reader, path));
  if (original !== null) {
    const file = originalFile(publication, path);
    // The archive may list a picture that was deleted since the last sync.
    return file !== null && existsSync(file) ? { file, type: original, immutable: false } : null;
  }
  const variant = readVariant(path);
  const picture = variant && publication.read((reader) => pictureOfVariant(reader, variant));
  // Widths that no page offers would let anybody fill the disk.
  if (!variant || !picture || !isMade(variant, picture)) return null;
  return makeAnswer(publication, picture, variant);
}

function isMade({ width, crop }: Variant, picture: PictureFile): boolean {
  return crop === null
    ? isOffered(width, picture.width)
    : isCropOffered({ width, ...crop }, picture);
}

async function makeAnswer(
  publication: Publication,
  { name, hash }: PictureFile,
  { width, crop, format }: Variant,
): Promise<PictureAnswer | null> {
  const { dataDir } = publication.environment;
  const source = originalFile(publication, `media/${name}`);
  if (source === null) return null;
  try {
    const stored = await storeOf(dataDir).get({ source, hash, width, crop, format });
    return { ...stored, type: MEDIA_TYPES[format], immutable: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`media/${name} cannot be made ${width} pixels wide: ${reason}`);
    return null;
  }
}

/** The version of a picture that is shown, as a file; null where none is. */
export function originalFile({ database, source }: Publication, path: string): string | null {
  const fingerprint = shownVersion(database, path);
  return fingerprint === null ? null : source.pictureFile(path, fingerprint);
}

const stores = new Map<string, VariantStore>();

function storeOf(dataDir: string): VariantStore {
  const folder = join(dataDir, 'images');
  const store = stores.get(folder) ?? new VariantStore(folder);
  stores.set(folder, store);
  return store;
}

/**
 * Headers of a picture. Readers of feeds show pictures on pages of other origins, where a strict
 * policy of this site would hide them.
 */
export function pictureHeaders({ type, immutable }: PictureAnswer): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': `public, max-age=${immutable ? '31536000, immutable' : '3600, stale-if-error=86400'}`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}

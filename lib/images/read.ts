import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Metadata } from 'sharp';
import { loadSharp } from './loadSharp';
import type { MediaFacts, MediaFormat } from './picture';
import { type Half, tintOf } from './tint';

/** Why a file is no picture that can be shown, in a sentence to an editor. */
export interface Refusal {
  readonly rule: 'media-type' | 'media-size' | 'media-pixels' | 'media-unreadable';
  readonly message: string;
}

export type MediaResult = { readonly facts: MediaFacts } | { readonly refusal: Refusal };

const FORMATS: Readonly<Record<string, MediaFormat>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
};

/** Bytes of the largest picture that is read. */
export const LARGEST_FILE = 30_000_000;

/** More would take seconds and hundreds of megabytes to decode: a small file may claim it. */
export const MOST_PIXELS = 100_000_000;

/** WebP can hold no longer side, so that a variant of such a picture could not be written. */
const LONGEST_SIDE = 16_383;

const DECODING_SECONDS = 20;

/** Reads a picture and decodes it whole, so that what is broken shows here. Never throws. */
export async function readMedia(absolutePath: string): Promise<MediaResult> {
  const format = FORMATS[extname(absolutePath).toLowerCase()];
  if (format === undefined) {
    return refuse('media-type', 'Pictures are PNG, JPEG, WebP, AVIF or GIF files.');
  }
  try {
    const { size } = await stat(absolutePath);
    if (size > LARGEST_FILE) return { refusal: refuseLargePicture(size) };
    return await readBytes(await readFile(absolutePath), format);
  } catch (error) {
    return refuse(
      'media-unreadable',
      `The picture cannot be read (${reason(error)}). Save it again.`,
    );
  }
}

/** @param size bytes */
export function refuseLargePicture(size: number): Refusal {
  const megabytes = (size / 1e6).toFixed(0);
  return { rule: 'media-size', message: `The picture is ${megabytes} MB; at most 30 MB are read.` };
}

async function readBytes(bytes: Uint8Array, format: MediaFormat): Promise<MediaResult> {
  const sharp = await loadSharp();
  // The head alone: what it claims is judged before anything is decoded.
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (metadata.format !== format && !(format === 'avif' && isAvif(metadata))) {
    const message = `The file's name says ${format}, its content is ${metadata.format}. Rename it, or save it again as ${format}.`;
    return refuse('media-type', message);
  }
  const { width, height } = metadata.autoOrient;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
    const message = `The picture is ${width} by ${height} pixels; at most 100 million in all and 16,383 on each side are read. Save it smaller: 2,000 pixels of width are enough.`;
    return refuse('media-pixels', message);
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { facts: { width, height, format, hash, tint: await tint(bytes) } };
}

/** HEIC photographs come in the same container, but browsers do not show them. */
function isAvif({ format, compression }: Metadata): boolean {
  return format === 'heif' && compression === 'av1';
}

/** Decodes the whole picture; mean colours are what comes of it at hardly any cost more. */
async function tint(bytes: Uint8Array): Promise<string | null> {
  const sharp = await loadSharp();
  const { data } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: DECODING_SECONDS })
    .autoOrient()
    .resize(1, 2, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return tintOf(half(data, 0), half(data, 4));
}

function half(data: Uint8Array, at: number): Half {
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
  return [red, green, blue, alpha];
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // The decoder tells of every broken block in a line of its own.
  return text.split('\n', 1)[0] ?? text;
}

function refuse(rule: Refusal['rule'], message: string): MediaResult {
  return { refusal: { rule, message } };
}

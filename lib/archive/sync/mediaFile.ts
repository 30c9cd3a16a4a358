import { statSync } from 'node:fs';
import { extname } from 'node:path';
import sharp from 'sharp';
import { type Finding, START_OF_FILE } from '@/lib/content/diagnostics';

export interface MediaFacts {
  /** Pixels, as shown: after the turn that the picture's orientation asks for. */
  readonly width: number;
  readonly height: number;
  readonly format: MediaFormat;
}

export type MediaFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'gif';

export type MediaResult = { readonly facts: MediaFacts } | { readonly finding: Finding };

const FORMATS: Readonly<Record<string, MediaFormat>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
};

const LARGEST_FILE = 30_000_000;
const MOST_PIXELS = 100_000_000;

/** Reads the dimensions of a picture from its head. Never throws. */
export async function readMedia(absolutePath: string): Promise<MediaResult> {
  const format = FORMATS[extname(absolutePath).toLowerCase()];
  if (format === undefined) {
    return refuse('media-type', 'Pictures are PNG, JPEG, WebP, AVIF or GIF files.');
  }
  try {
    const { size } = statSync(absolutePath);
    if (size > LARGEST_FILE) {
      return refuse(
        'media-size',
        `The picture is ${(size / 1e6).toFixed(0)} MB; at most 30 MB are read.`,
      );
    }
    const metadata = await sharp(absolutePath, { limitInputPixels: MOST_PIXELS }).metadata();
    if (metadata.format !== format && !(format === 'avif' && metadata.format === 'heif')) {
      return refuse(
        'media-type',
        `The file's name says ${format}, its content is ${metadata.format}.`,
      );
    }
    const { autoOrient } = metadata;
    return { facts: { width: autoOrient.width, height: autoOrient.height, format } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('media-unreadable', `The picture cannot be read (${reason}). Save it again.`);
  }
}

function refuse(rule: string, message: string): MediaResult {
  return { finding: { ...START_OF_FILE, severity: 'error', rule, message } };
}

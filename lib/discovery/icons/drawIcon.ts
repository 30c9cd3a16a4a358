import { loadSharp } from '@/lib/images/loadSharp';

export interface IconShape {
  /** Pixels of each side. */
  readonly size: number;
  readonly ground: 'paper' | 'none';
  /** Of the side that the mark takes. */
  readonly share: number;
}

const GROUNDS = {
  paper: { r: 250, g: 247, b: 240, alpha: 1 },
  none: { r: 0, g: 0, b: 0, alpha: 0 },
} as const;

/** Sides of the pictures in a favicon, in pixels: for tabs, and for search engines (at least 48). */
const FAVICON_SIZES = [16, 32, 48] as const;
/** Dots an inch, so that a drawing is made large before it is made small. */
const DENSITY = 600;

/**
 * A square icon with a mark in its middle, whole.
 * @param file absolute path of the mark
 * @throws Error where it cannot be decoded
 */
export async function iconOf(file: string, { size, ground, share }: IconShape): Promise<Buffer> {
  const sharp = await loadSharp();
  const side = Math.round(size * share);
  const mark = await sharp(file, { density: DENSITY })
    .resize({ width: side, height: side, fit: 'contain', background: GROUNDS.none })
    .png()
    .toBuffer();
  const square = { width: size, height: size, channels: 4, background: GROUNDS[ground] } as const;
  return sharp({ create: square })
    .composite([{ input: mark }])
    .png()
    .toBuffer();
}

const HEADER = 6;
const ENTRY = 16;

/** The same in several sizes in one file (ICO, with PNG within, as all browsers read it). */
export async function faviconOf(file: string): Promise<Buffer> {
  const shapes = FAVICON_SIZES.map((size) => ({ size, ground: 'none', share: 1 }) as const);
  const pictures = await Promise.all(shapes.map((shape) => iconOf(file, shape)));
  const directory = Buffer.alloc(HEADER + ENTRY * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach((picture, index) => {
    const at = HEADER + ENTRY * index;
    const { size } = shapes[index] ?? { size: 0 };
    directory.writeUInt8(size, at);
    directory.writeUInt8(size, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  });
  return Buffer.concat([directory, ...pictures]);
}

import { join } from 'node:path';
import sharp from 'sharp';
import type { Cast } from './cast';

/** Writes the few pictures that all articles share: plain areas of colour. */
export async function writePictures(folder: string, { pictures, avatars }: Cast): Promise<void> {
  const write = async (path: string, index: number, width: number, height: number) => {
    const background = { r: (60 + index * 23) % 256, g: 120, b: (200 - index * 17) % 256 };
    await sharp({ create: { width, height, channels: 3, background } }).toFile(join(folder, path));
  };
  await Promise.all([
    ...pictures.map((path, index) => write(path, index, 1200, 800)),
    ...avatars.map((path, index) => write(path, index, 256, 256)),
  ]);
}

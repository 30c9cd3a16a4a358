import type { default as Sharp } from 'sharp';

/**
 * Loads what pictures are worked on with, where the first one is: a program that has just started waits a twentieth of a
 * second for it, and most of them touch no picture.
 */
export async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // One thread for each picture: two are made at once (`VariantStore`), and pages have to be rendered beside them.
  sharp.concurrency(1);
  return sharp;
}

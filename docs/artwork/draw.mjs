// Redraws every picture of the sample publication: node docs/artwork/draw.mjs [name ...]
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { svg } from './svg.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const only = new Set(process.argv.slice(2));

/** Which module draws what, at which size, into which folder. */
const sets = [
  ['scene-airport', 1600, 900, 'content/media'],
  ['scenes-seats', 1600, 900, 'content/media'],
  ['scenes-night', 1600, 900, 'content/media'],
  ['scene-mining', 1600, 900, 'content/media'],
  ['scene-transit', 1600, 900, 'content/media'],
  ['scenes-rates', 1600, 900, 'content/media'],
  ['scene-remittance', 1600, 900, 'content/media'],
  ['scene-basket', 1600, 900, 'content/media'],
  ['scenes-water', 1600, 900, 'content/media'],
  ['scenes-steppe', 1600, 900, 'content/media'],
  ['scenes-print', 1600, 900, 'content/media'],
  ['charts', 1200, 800, 'content/media'],
  ['avatars', 512, 512, 'content/media'],
  ['icons', 512, 512, 'public'],
];

// Flat colour needs no dither, and dither would only swell the files.
const png = { palette: true, quality: 80, effort: 10, compressionLevel: 9, dither: 0 };

const report = (name, bytes) => console.log(`${name.padEnd(42)}${(bytes / 1000).toFixed(1)} kB`);

for (const [module, width, height, folder] of sets) {
  const { pictures = {}, vectors = {} } = await import(`./${module}.mjs`);
  await mkdir(`${root}${folder}`, { recursive: true });
  for (const [name, draw] of Object.entries(pictures)) {
    if (only.size && !only.has(name)) continue;
    const image = sharp(Buffer.from(svg(width, height, draw())));
    const { size } = await image.png(png).toFile(`${root}${folder}/${name}.png`);
    report(`${folder}/${name}.png`, size);
  }
  for (const [name, draw] of Object.entries(vectors)) {
    if (only.size && !only.has(name)) continue;
    const source = `${draw()}\n`;
    await writeFile(`${root}${folder}/${name}.svg`, source);
    report(`${folder}/${name}.svg`, source.length);
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEIGHT = 600;
/** Together they have the letters of the region's languages. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;

interface Font {
  readonly name: string;
  readonly weight: typeof WEIGHT;
  readonly style: 'normal';
  readonly data: Buffer;
}

/** Value of `font-family`: a letter is taken from the first part that has it. */
export const SHARE_FONT_FAMILY = PARTS.join(', ');

let read: Font[] | undefined;

/** The font of share images, read once; no page loads it. */
export function shareFonts(): Font[] {
  read ??= PARTS.map((part) => ({
    // Of fonts of one name, only the first is looked at for a letter.
    name: part,
    weight: WEIGHT,
    style: 'normal',
    data: readFileSync(
      join(
        process.cwd(),
        'node_modules/@fontsource/source-serif-4/files',
        `source-serif-4-${part}-${WEIGHT}-normal.woff`,
      ),
    ),
  }));
  return read;
}

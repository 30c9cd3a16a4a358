import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'harfbuzzjs';
import { unpackWoff } from './woff';

const WEIGHT = 600;
/** Together they have the letters of the region's languages. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;

/** A glyph of one of the font's files. Lengths are parts of the letters' size. */
export interface Glyph {
  /** Names it among those of all files. */
  readonly key: string;
  /** SVG path in units of the font, upwards from the line that the letters stand on. */
  readonly outline: () => string;
  /** Units of the font that make up the letters' size. */
  readonly unitsPerEm: number;
  /** What it covers, rightwards and upwards from its place; without width where it shows nothing. */
  readonly box: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
}

/** A glyph at its place in a word; lengths are parts of the letters' size. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  /** From the word's beginning. */
  readonly x: number;
  /** Upwards. */
  readonly y: number;
  /** How many letters stand before it, each of which may be given more room or less. */
  readonly before: number;
}

/** A text as the font draws it on one line; lengths are parts of the letters' size. */
export interface Shaped {
  readonly glyphs: readonly PlacedGlyph[];
  readonly width: number;
  /** Letters: glyphs that are no marks on others. */
  readonly count: number;
}

/** The font of share images; no page loads it. Lengths are parts of the letters' size. */
export interface ShareFont {
  /** From the line that letters stand on up to where the next one above may begin. */
  readonly ascent: number;
  /** The same downwards. */
  readonly descent: number;
  readonly space: number;
  /** Shapes a text, with kerning and ligatures; letters that the font lacks are left out. */
  shape(text: string): Shaped;
}

let opened: Promise<ShareFont> | undefined;

/** Read once. */
export function shareFont(): Promise<ShareFont> {
  opened ??= openFont();
  return opened;
}

async function openFont(): Promise<ShareFont> {
  // Large, and needed by few requests.
  const { Blob, Buffer, Direction, Face, Font, shape } = await import('harfbuzzjs');
  const parts = PARTS.map((name) => {
    const face = new Face(new Blob(unpackWoff(readFileSync(fileOf(name)))));
    return { name, font: new Font(face), unitsPerEm: face.upem, glyphs: new Map<number, Glyph>() };
  });
  type Part = (typeof parts)[number];
  const buffer = new Buffer();

  function glyphOf({ name, font, unitsPerEm, glyphs }: Part, id: number): Glyph {
    const known = glyphs.get(id);
    if (known) return known;
    const outline = () => font.glyphToPath(id);
    const glyph = { key: `${name} ${id}`, outline, unitsPerEm, box: boxOf(font, id, unitsPerEm) };
    glyphs.set(id, glyph);
    return glyph;
  }

  /** Runs of letters that one part has: a mark that is added to a letter stays with it. */
  function runsOf(text: string): { readonly part: Part; text: string }[] {
    const runs: { readonly part: Part; text: string }[] = [];
    for (const letter of text) {
      const has = ({ font }: Part) => font.nominalGlyph(letter.codePointAt(0) ?? 0) !== undefined;
      const last = runs.at(-1);
      if (last && has(last.part)) {
        last.text += letter;
      } else {
        const part = parts.find(has);
        if (part) runs.push({ part, text: letter });
      }
    }
    return runs;
  }

  function shapeText(text: string): Shaped {
    const glyphs: PlacedGlyph[] = [];
    let [width, count] = [0, 0];
    for (const run of runsOf(text)) {
      const { font, unitsPerEm } = run.part;
      buffer.reset();
      buffer.addText(run.text);
      buffer.guessSegmentProperties();
      buffer.setDirection(Direction.LTR);
      shape(font, buffer);
      const places = buffer.getGlyphPositions();
      for (const [index, { codepoint: id }] of buffer.getGlyphInfos().entries()) {
        const place = places[index];
        if (place === undefined) throw new Error(`HarfBuzz gave no place for a glyph of "${text}"`);
        glyphs.push({
          glyph: glyphOf(run.part, id),
          x: width + place.xOffset / unitsPerEm,
          y: place.yOffset / unitsPerEm,
          before: place.xAdvance === 0 ? Math.max(0, count - 1) : count,
        });
        width += place.xAdvance / unitsPerEm;
        if (place.xAdvance !== 0) count += 1;
      }
    }
    return { glyphs, width, count };
  }

  const [first] = parts;
  if (first === undefined) throw new Error('the font of share images has no parts');
  const { ascender, descender } = first.font.hExtents();
  return {
    ascent: ascender / first.unitsPerEm,
    descent: -descender / first.unitsPerEm,
    space: shapeText(' ').width,
    shape: shapeText,
  };
}

function fileOf(part: string): string {
  const name = `source-serif-4-${part}-${WEIGHT}-normal.woff`;
  return join(process.cwd(), 'node_modules/@fontsource/source-serif-4/files', name);
}

/** HarfBuzz gives the height downwards, thus negative. */
function boxOf(font: Font, id: number, unitsPerEm: number): Glyph['box'] {
  const extents = font.glyphExtents(id);
  if (extents === undefined) return { left: 0, right: 0, top: 0, bottom: 0 };
  const { xBearing, yBearing, width, height } = extents;
  return {
    left: xBearing / unitsPerEm,
    right: (xBearing + width) / unitsPerEm,
    top: yBearing / unitsPerEm,
    bottom: (yBearing + height) / unitsPerEm,
  };
}

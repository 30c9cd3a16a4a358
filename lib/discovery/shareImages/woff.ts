import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
const ENTRY = 20;
/** Of the unpacked font: https://learn.microsoft.com/typography/opentype/spec/otff#organization-of-an-opentype-font */
const FONT_HEADER = 12;
const FONT_ENTRY = 16;

/**
 * Unpacks a font of WOFF 1.0 (https://www.w3.org/TR/WOFF/, sections 3 to 5) to what it was made of.
 * @throws Error where it is none, or is damaged
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < HEADER || woff.readUInt32BE(0) !== SIGNATURE)
    throw new Error('not a WOFF font');
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(FONT_HEADER + FONT_ENTRY * count);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  const level = Math.floor(Math.log2(count));
  header.writeUInt16BE(FONT_ENTRY * 2 ** level, 6);
  header.writeUInt16BE(level, 8);
  header.writeUInt16BE(FONT_ENTRY * (count - 2 ** level), 10);

  const tables: Buffer[] = [];
  let place = header.length;
  for (let index = 0; index < count; index++) {
    const from = HEADER + ENTRY * index;
    const to = FONT_HEADER + FONT_ENTRY * index;
    const length = woff.readUInt32BE(from + 12);
    woff.copy(header, to, from, from + 4);
    header.writeUInt32BE(woff.readUInt32BE(from + 16), to + 4);
    header.writeUInt32BE(place, to + 8);
    header.writeUInt32BE(length, to + 12);
    const start = woff.readUInt32BE(from + 4);
    const table = unpackTable(woff.subarray(start, start + woff.readUInt32BE(from + 8)), length);
    // Each begins at a multiple of four bytes.
    const padding = Buffer.alloc(-length & 3);
    tables.push(table, padding);
    place += length + padding.length;
  }
  return Buffer.concat([header, ...tables]);
}

/** A table is packed only where that makes it smaller. */
function unpackTable(packed: Buffer, length: number): Buffer {
  const table = packed.length < length ? inflateSync(packed) : packed;
  if (table.length !== length) throw new Error('a damaged WOFF font');
  return table;
}

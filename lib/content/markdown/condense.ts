/** A private-use character that stands for plain blocks taken out. */
export const STAND_IN = '\uE000';

/** A paragraph or heading that holds nothing but text. Offsets are those of the body. */
export interface PlainBlock {
  /** Level of a heading; 0 for a paragraph. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Neighbouring plain blocks, for which a single `STAND_IN` was left. */
export interface PlainGroup {
  /** Where the stand-in is in the condensed text. */
  readonly at: number;
  readonly blocks: readonly PlainBlock[];
}

/** A body with its plain blocks taken out, and the way back. */
export interface Condensed {
  readonly text: string;
  /** The groups taken out, in order. */
  readonly groups: readonly PlainGroup[];
  /** Turns an offset of the tree that was parsed from `text` into one of the body. */
  readonly toBody: (offset: number) => number;
  /** Turns an offset of the body into one for a node that is put back into that tree. */
  readonly fromBody: (offset: number) => number;
}

// Every character that Markdown gives a meaning inside a line is left out of plain text, and so
// are spaces at the line's end. A line of a paragraph must not begin like a block either.
const ACTIVE = String.raw`\\&\x60*_[\]<>~@|{}^\0\t\r\n\uE000`;
const WORD = String.raw`[A-Za-z"'(\u0080-\uDFFF\uE001-\uFFFF]`;
const LINE = String.raw`(?:${WORD}|\d+(?![\d.)]))(?:[^${ACTIVE}]*[^${ACTIVE} ])?`;
const HEADING = String.raw`(#{1,6}) ((?:${WORD}|\d)(?:[^#${ACTIVE}]*[^#${ACTIVE} ])?)`;
const BLOCK = new RegExp(
  String.raw`(?:${HEADING}|${LINE}(?:\r?\n${LINE})*)(?=\r?\n[ \t]*(?:\r?\n|$)|\r?\n?$)`,
  'y',
);
const BLANK_LINE = /\n[ \t]*\r?\n/g;
const BETWEEN = /^(?:\r?\n)+$/;
const BARE_LINK = /www\.|https?:/i;

/**
 * Takes paragraphs and headings of plain text out of a body, so that the parser does not step
 * through them character by character: they are most of an article and parse to themselves. Such
 * a block, between blank lines and at the margin, is the same wherever it stands: after a list,
 * in a news block, or verbatim in code.
 */
export function condense(body: string): Condensed {
  const origin = body.startsWith('\uFEFF') ? 1 : 0;
  if (body.includes(STAND_IN)) {
    return condensed(body.slice(origin), [], [0], [origin]);
  }
  const groups: { at: number; blocks: PlainBlock[] }[] = [];
  const pieces: string[] = [];
  const froms = [0];
  const tos = [origin];
  let length = 0;
  let copied = origin;
  for (let at = firstBlock(body, origin); at < body.length; at = nextBlock(body, at)) {
    const block = plainBlock(body, at);
    if (!block) continue;
    const group = groups.at(-1);
    if (group && BETWEEN.test(body.slice(copied, at))) {
      group.blocks.push(block);
      tos[tos.length - 1] = block.end;
    } else {
      pieces.push(body.slice(copied, at), STAND_IN);
      length += at - copied;
      groups.push({ at: length, blocks: [block] });
      froms.push(length, length + 1);
      tos.push(at, block.end);
      length += 1;
    }
    copied = block.end;
  }
  pieces.push(body.slice(copied));
  return condensed(pieces.join(''), groups, froms, tos);
}

function condensed(
  text: string,
  groups: readonly PlainGroup[],
  froms: readonly number[],
  tos: readonly number[],
): Condensed {
  // Behind the condensed text's end, offsets stand for those of the body itself.
  const base = text.length + 1;
  return {
    text,
    groups,
    toBody: (offset) => (offset >= base ? offset - base : mapBack(froms, tos, offset)),
    fromBody: (offset) => base + offset,
  };
}

function plainBlock(body: string, start: number): PlainBlock | undefined {
  BLOCK.lastIndex = start;
  const match = BLOCK.exec(body);
  if (!match || BARE_LINK.test(match[0])) return undefined;
  const level = levelOf(match[1]);
  return { level, text: match[2] ?? match[0], start, end: BLOCK.lastIndex };
}

function levelOf(hashes = ''): PlainBlock['level'] {
  const levels = [0, 1, 2, 3, 4, 5, 6] as const;
  return levels[hashes.length] ?? 0;
}

function firstBlock(body: string, from: number): number {
  let at = from;
  while (body[at] === '\n' || body[at] === '\r') at += 1;
  return at;
}

/** Start of the block after the next blank line, or the body's end. */
function nextBlock(body: string, from: number): number {
  // One back, so that the line break before a block can itself begin a blank line.
  BLANK_LINE.lastIndex = Math.max(from - 1, 0);
  return BLANK_LINE.test(body) ? BLANK_LINE.lastIndex : body.length;
}

/** Carries an offset over by the last of the marks at which the two texts go apart. */
function mapBack(froms: readonly number[], tos: readonly number[], offset: number): number {
  let low = 0;
  let high = froms.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((froms[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (tos[low] ?? 0) + offset - (froms[low] ?? 0);
}

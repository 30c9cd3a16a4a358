import type { Condensed } from './condense';
import { FenceDepth } from './fences';
import { DEEPEST_NESTING, nestingOf } from './nesting';
import type { Span } from './places';
import { Work } from './work';

/** Why a body is not parsed at all, with the place in the text that was scanned. */
export interface Refusal extends Span {
  readonly rule: 'nesting' | 'too-complex';
  readonly message: string;
}

/** What the parser may cost, in microseconds of a slow two-core machine. */
const MOST_WORK = 1_500_000;

/**
 * Looks, in one pass and before anything is parsed, for nesting and for numbers of marks that
 * the parser would take too long over or run out of stack on.
 */
export function refuse({ text, groups }: Condensed): Refusal | undefined {
  const fences = new FenceDepth();
  const work = new Work();
  const ends = new LineEnds(text);
  for (const { blocks } of groups) work.takePlainBlocks(blocks.length);
  for (let start = 0; start < text.length; ) {
    const end = ends.after(start);
    const line = text.slice(start, end);
    const { depth, markers } = nestingOf(text, start, end);
    if (depth > DEEPEST_NESTING || !fences.take(line)) return tooDeep({ start, end });
    work.takeLine(line, start, markers);
    if (work.total > MOST_WORK) return tooComplex({ start: work.blockStart, end });
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  const start = work.blockStart;
  work.endBlock(text.length);
  return work.total > MOST_WORK ? tooComplex({ start, end: text.length }) : undefined;
}

/** Finds the ends of lines, of which a carriage return alone is one to the parser. */
class LineEnds {
  readonly #text: string;
  #feed = -1;
  #return = -1;

  constructor(text: string) {
    this.#text = text;
  }

  after(start: number): number {
    if (this.#feed < start) this.#feed = this.#find('\n', start);
    if (this.#return < start) this.#return = this.#find('\r', start);
    return Math.min(this.#feed, this.#return);
  }

  #find(character: string, start: number): number {
    const at = this.#text.indexOf(character, start);
    return at === -1 ? this.#text.length : at;
  }
}

export function tooDeep(span: Span): Refusal {
  return {
    ...span,
    rule: 'nesting',
    message: 'Quotes, lists, blocks or marks are nested far too deep here; write this part flat.',
  };
}

function tooComplex(span: Span): Refusal {
  return {
    ...span,
    rule: 'too-complex',
    message:
      'Up to here the text holds more links, marks and table cells than a page can take; split it.',
  };
}

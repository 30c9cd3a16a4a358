// Costs of the parser in microseconds, measured on a slow two-core machine. Marks within one
// block meet one another, so their cost grows with the square of their number; so does, over the
// whole body, that of underlined headings and of quotes, notes and nested lists.
const PER_MARK = 80;
const PER_LINE = 80;
const PER_BLANK_LINE = 10;
const PER_PLAIN_BLOCK = 6;
const PER_CHARACTER = 0.5;
const PER_PAIR_OF_MARKS = 0.04;
const PER_PAIR_OF_CONTAINERS = 0.25;
const PER_PAIR_OF_UNDERLINES = 4;
const PER_SCAN_AHEAD = 0.12;

const MEETING_MARK = 1;
const LONE_MARK = 2;
const KINDS = new Uint8Array(128);
for (const character of '[]*_~@') KINDS[character.charCodeAt(0)] = MEETING_MARK;
for (const character of '`<|&\\!') KINDS[character.charCodeAt(0)] = LONE_MARK;

const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const QUOTE = /^[ \t]*>/;
const NOTE = /^[ \t]*\[\^/;
const BACKTICK = 96;
const LESS_THAN = 60;
const COLON = 58;
const FULL_STOP = 46;

/** Adds up, line by line, what the parser will have to do. */
export class Work {
  /** Offset at which the current block of lines begins. */
  blockStart = 0;
  #settled = 0;
  #marks = 0;
  #scans = 0;
  #containers = 0;
  #underlines = 0;
  #ticks = 0;
  #wasQuote = false;

  /** The work so far, in microseconds. */
  get total(): number {
    return (
      this.#settled +
      this.#marks ** 2 * PER_PAIR_OF_MARKS +
      this.#containers ** 2 * PER_PAIR_OF_CONTAINERS +
      this.#underlines ** 2 * PER_PAIR_OF_UNDERLINES
    );
  }

  /**
   * @param start offset of the line
   * @param markers how many quotes, bullets and numbers the line begins with
   */
  takeLine(line: string, start: number, markers: number): void {
    if (line.trim() === '') {
      this.endBlock(start);
      this.blockStart = start + line.length + 1;
      this.#settled += PER_BLANK_LINE;
      this.#wasQuote = false;
      return;
    }
    const isQuote = QUOTE.test(line);
    const opened = isQuote && this.#wasQuote ? markers - 1 : markers;
    this.#wasQuote = isQuote;
    // A list item is set apart by its marker alone; quotes, notes and nested lists are what adds up.
    if (opened > 1 || (opened === 1 && (isQuote || NOTE.test(line)))) this.#containers += opened;
    if (UNDERLINE.test(line)) this.#underlines += 1;
    this.#settled += PER_LINE * (1 + opened) + PER_CHARACTER * line.length;
    this.#takeMarks(line);
  }

  /** Blocks that the parser does not see, but that are nodes of the tree. */
  takePlainBlocks(count: number): void {
    this.#settled += count * PER_PLAIN_BLOCK;
  }

  /** To be called at the body's end. */
  endBlock(at: number): void {
    this.#settled += this.#marks ** 2 * PER_PAIR_OF_MARKS;
    this.#settled += this.#scans * (at - this.blockStart) * PER_SCAN_AHEAD;
    this.#marks = 0;
    this.#scans = 0;
    this.#ticks = 0;
  }

  #takeMarks(line: string): void {
    let meeting = 0;
    let lone = 0;
    let ticks = 0;
    for (let at = 0; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      const kind = code < 128 ? KINDS[code] : 0;
      if (kind === MEETING_MARK || (kind === 0 && beginsAddress(line, at, code))) meeting += 1;
      else if (kind === LONE_MARK) lone += 1;
      if (code === LESS_THAN && /[!?]/.test(line[at + 1] ?? '')) this.#scans += 1;
      if (code === BACKTICK) {
        ticks += 1;
      } else if (ticks > 0) {
        // A run of backticks looks for a run of its own length up to the block's end.
        if (ticks !== this.#ticks) this.#scans += 1;
        this.#ticks = ticks;
        ticks = 0;
      }
    }
    this.#marks += meeting;
    this.#settled += PER_MARK * (meeting + lone);
  }
}

/** Whether "://" or "www." is at an offset. */
function beginsAddress(line: string, at: number, code: number): boolean {
  if (code === COLON) return line[at + 1] === '/';
  return code === FULL_STOP && (line[at - 1] === 'w' || line[at - 1] === 'W');
}

/** News blocks stand in one another at most this deep; a figure in a fact box is two. */
const DEEPEST_BLOCKS = 8;

const FENCE = /^[ \t>]*(:{3,})/;
const CERTAIN_OPENING =
  /^:{3,}[A-Za-z][\w-]*(?:\{(?:[ \t]*[A-Za-z][\w-]*="[^"\n]*")*[ \t]*\})?[ \t]*$/;
const CLOSING = /^ {0,3}:{3,}[ \t]*$/;

interface OpenFence {
  readonly colons: number;
  /** Whether the parser surely reads it as an opening. */
  readonly certain: boolean;
}

/**
 * Follows the fences of news blocks line by line, the way the parser does: a closing fence ends
 * the outermost block that has no more colons than it. Unclosed blocks nest in one another, and
 * each level reads the rest of the body once more.
 */
export class FenceDepth {
  #open: OpenFence[] = [];

  /** Takes the next line; false where blocks are too deep. */
  take(line: string): boolean {
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) return true;
    const bare = line.slice(line.indexOf(':'));
    if (/^:+[ \t]*$/.test(bare)) {
      const quoted = line.lastIndexOf('>', line.indexOf(':')) + 1;
      if (CLOSING.test(line.slice(quoted))) this.#close(fence.length);
      return true;
    }
    this.#open.push({ colons: fence.length, certain: CERTAIN_OPENING.test(bare) });
    return this.#open.length <= DEEPEST_BLOCKS;
  }

  #close(colons: number): void {
    // An opening that may be mere text must not seem to take the closing fence of a real one.
    const closed = this.#open.findIndex((fence) => fence.certain && fence.colons <= colons);
    if (closed !== -1) this.#open.length = closed;
  }
}

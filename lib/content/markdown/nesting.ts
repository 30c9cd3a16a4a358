/** Containers nested deeper than this are no longer an article. */
export const DEEPEST_NESTING = 50;

const SPACE = 32;
const TAB = 9;
const QUOTE = 62;
const HYPHEN = 45;
const STAR = 42;

/**
 * How deep block quotes, lists and footnotes can nest at a line: at least the true depth, since
 * each list level needs two columns of indentation and each quote its mark. In one pass.
 * @param start offset of the line
 * @param end offset behind its last character
 * @returns the depth, and the markers on this line
 */
export function nestingOf(
  text: string,
  start: number,
  end: number,
): { depth: number; markers: number } {
  let at = start;
  let columns = 0;
  let markers = 0;
  let marker = 0;
  let repeats = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === SPACE) columns += 1;
    else if (code === TAB) columns += 4;
    else {
      const width = markerWidth(text, at, end);
      if (width === 0) break;
      const next = text.charCodeAt(at);
      repeats = next === marker ? repeats + 1 : 1;
      marker = next;
      markers += 1;
      // One space belongs to the marker itself.
      columns -= 1;
      at += width - 1;
    }
    at += 1;
  }
  // "- - - -" with nothing behind it is a rule across the page.
  if (at >= end && repeats > 2 && (marker === HYPHEN || marker === STAR)) markers -= repeats;
  const indented = Math.max(0, Math.floor(columns / 2));
  return { depth: markers > 0 ? markers + indented : 0, markers };
}

/** Length of the quote mark, bullet, number or footnote label at an offset; 0 where none is. */
function markerWidth(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) === QUOTE) return 1;
  const first = text[at] ?? '';
  if (first === '-' || first === '*' || first === '+') return isGap(text, at + 1, end) ? 1 : 0;
  if (first >= '0' && first <= '9') {
    let digits = 1;
    while (digits < 10 && isDigit(text[at + digits])) digits += 1;
    const closes = text[at + digits] === '.' || text[at + digits] === ')';
    return closes && isGap(text, at + digits + 1, end) ? digits + 1 : 0;
  }
  if (first === '[' && text[at + 1] === '^') {
    const close = text.slice(at, end).indexOf(']');
    return close !== -1 && text[at + close + 1] === ':' ? close + 2 : 0;
  }
  return 0;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB;
}

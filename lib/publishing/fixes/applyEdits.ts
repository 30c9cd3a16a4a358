import type { Edit } from './fix';

/**
 * Makes edits in a text; everything outside of them stays to the byte.
 * @throws Error where two of them overlap, or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < position || end < start || end > text.length) {
      throw new Error(`The edit of ${start} to ${end} does not fit in with the others`);
    }
    result += text.slice(position, start) + put;
    position = end;
  }
  return result + text.slice(position);
}

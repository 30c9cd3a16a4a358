import { diffArrays } from 'diff';
import type { Passage, Segment } from './passages';
import { hasWords, tokensOf } from './words';

/** Words and marks that may differ in one paragraph; with more, it is shown as written anew. */
const MOST_EDITS = 400;

/** The differences of two versions of a paragraph by words. Both hold some text. */
export function compareParagraphs(before: string, after: string): Passage {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return joined(
    changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

/**
 * Joins changes with nothing but white space or marks between them, so that readers see one phrase
 * replaced by another in place of every second word.
 */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  segments.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isBetweenPhrases(segments, index) && removed !== '' && added !== '') {
      removed += text;
      added += text;
    } else {
      close();
      result.push({ kind, text });
    }
  });
  close();
  return result;
}

/** Whether a stretch without a word stands between two changes of which the second replaces something. */
function isBetweenPhrases(segments: readonly Segment[], index: number): boolean {
  const { text } = segments[index] ?? { text: '' };
  if (hasWords(text)) return false;
  const next = segments.slice(index + 1, index + 3).map(({ kind }) => kind);
  return next.includes('added') && next.includes('removed');
}

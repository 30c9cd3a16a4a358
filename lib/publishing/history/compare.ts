import { diffArrays } from 'diff';
import { pairParagraphs } from './pairing';
import { compareParagraphs } from './paragraph';
import type { Passage } from './passages';

/** Paragraphs that may differ between two versions; with more, all of the text counts as new. */
const MOST_EDITS = 1000;

/**
 * The differences of two texts by paragraphs and, within those that were edited, by words.
 * @param before paragraphs, none of them empty
 * @returns all paragraphs of both, unchanged ones included; `textBefore` and `textAfter` read them back
 */
export function compareTexts(before: readonly string[], after: readonly string[]): Passage[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return rewritten(before, after);
  const passages: Passage[] = [];
  let removed: readonly string[] = [];
  let added: readonly string[] = [];
  const close = () => {
    passages.push(...rewritten(removed, added));
    removed = [];
    added = [];
  };
  for (const change of changes) {
    if (change.removed) removed = [...removed, ...change.value];
    else if (change.added) added = [...added, ...change.value];
    else {
      close();
      passages.push(...change.value.map((text): Passage => [{ kind: 'same', text }]));
    }
  }
  close();
  return passages;
}

function rewritten(before: readonly string[], after: readonly string[]): Passage[] {
  return pairParagraphs(before, after).map((pair): Passage => {
    if (pair.after === null) return [{ kind: 'removed', text: pair.before }];
    if (pair.before === null) return [{ kind: 'added', text: pair.after }];
    return compareParagraphs(pair.before, pair.after);
  });
}

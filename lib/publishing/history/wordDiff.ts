import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of text, and whether it stayed, came in or was taken out. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many edits two texts have so little in common that each is shown whole. */
const MOST_EDITS = 1_500;
/** Words kept on either side of a change. */
const CONTEXT = 8;
const ELLIPSIS = '…';

/** What changed between two texts of one paragraph, word by word. */
export function diffWords(before: string, after: string): Piece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [...whole('removed', before), ...whole('added', after)];
  return joined(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  );
}

/** Makes one replacement of those that only a space divides, as a reader would tell of them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  let removed = '';
  let added = '';
  for (const [index, { kind, text }] of pieces.entries()) {
    const isReplacing = removed !== '' && added !== '' && pieces[index + 1]?.kind === 'removed';
    const isBetween = kind === 'same' && isReplacing && text.trim() === '';
    if (kind === 'removed' || isBetween) removed += text;
    if (kind === 'added' || isBetween) added += text;
    if (kind === 'same' && !isBetween) {
      told.push(...whole('removed', removed), ...whole('added', added), { kind, text });
      removed = '';
      added = '';
    }
  }
  return [...told, ...whole('removed', removed), ...whole('added', added)];
}

/**
 * What changed between two texts, paragraph by paragraph and in them word by word. The pieces that
 * were not added give the first text, those that were not removed the second.
 * @param before plain text, paragraphs apart by a blank line
 */
export function diffText(before: string, after: string): Piece[][] {
  const from = paragraphs(before);
  const to = paragraphs(after);
  const parts = diffArrays(from, to, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return replaced(from, to);
  return parts.flatMap(({ added, removed, value }, index) => {
    const earlier = parts[index - 1];
    const next = parts[index + 1];
    // A stretch that was taken out and one in its place are one change.
    if (removed) return replaced(value, next?.added ? next.value : []);
    if (added) return earlier?.removed ? [] : replaced([], value);
    return value.map((text) => [{ kind: 'same' as const, text }]);
  });
}

/** Leaves out the paragraphs that stayed, and of long stretches that stayed all but a few words. */
export function condense(changes: readonly (readonly Piece[])[]): Piece[][] {
  return changes
    .filter((pieces) => pieces.some(({ kind }) => kind !== 'same'))
    .map((pieces) =>
      pieces.map((piece, index) =>
        piece.kind === 'same' ? shorten(piece, index > 0, index < pieces.length - 1) : piece,
      ),
    );
}

function shorten({ kind, text }: Piece, hasBefore: boolean, hasAfter: boolean): Piece {
  const words = text.split(/(?<=\s)(?=\S)/);
  const start = hasBefore ? CONTEXT : 0;
  const end = hasAfter ? CONTEXT : 0;
  // To leave out a word or two would save nothing.
  if (words.length <= start + end + 2) return { kind, text };
  const kept = [
    words.slice(0, start).join('').trimEnd(),
    ELLIPSIS,
    words.slice(words.length - end).join(''),
  ];
  return { kind, text: kept.filter((part) => part !== '').join(' ') };
}

function replaced(from: readonly string[], to: readonly string[]): Piece[][] {
  return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => {
    const before = from[index];
    const after = to[index];
    if (before === undefined) return whole('added', after ?? '');
    return after === undefined ? whole('removed', before) : diffWords(before, after);
  });
}

function whole(kind: Piece['kind'], text: string): Piece[] {
  return text === '' ? [] : [{ kind, text }];
}

function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}

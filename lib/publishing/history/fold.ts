import { isChanged, type Passage, type Segment } from './passages';
import { hasWords, tokensOf } from './words';

/** Words that are kept on each side of a change. */
const CONTEXT = 8;
/** An unchanged stretch is folded only where that saves this many words. */
const LEAST_SAVING = 6;
const ELLIPSIS = '…';

/**
 * The changes alone: paragraphs that are as before are left out, and of long unchanged stretches in
 * the others a few words stay beside the changes.
 */
export function foldUnchanged(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(isChanged)
    .map((passage) =>
      passage.map((segment, index) =>
        segment.kind === 'same'
          ? { ...segment, text: fold(segment, index === 0, index === passage.length - 1) }
          : segment,
      ),
    );
}

function fold({ text }: Segment, isFirst: boolean, isLast: boolean): string {
  const tokens = tokensOf(text);
  const places = tokens.flatMap((token, index) => (hasWords(token) ? index : []));
  const kept = (isFirst ? 0 : CONTEXT) + (isLast ? 0 : CONTEXT);
  if (places.length < kept + LEAST_SAVING) return text;
  const head = isFirst ? '' : tokens.slice(0, (places[CONTEXT - 1] ?? 0) + 1).join('');
  const tail = isLast ? '' : tokens.slice(places[places.length - CONTEXT]).join('');
  return [head, tail].filter((part) => part !== '').length === 2
    ? `${head} ${ELLIPSIS} ${tail}`
    : head === ''
      ? `${ELLIPSIS} ${tail}`
      : `${head} ${ELLIPSIS}`;
}

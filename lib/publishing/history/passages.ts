/** A stretch of a paragraph: as before, or in one of two versions alone. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph of one version or of both. */
export type Passage = readonly Segment[];

/** The paragraphs before the changes that the passages tell of. */
export function textBefore(passages: readonly Passage[]): string[] {
  return textWithout('added', passages);
}

/** The paragraphs after the changes that the passages tell of. */
export function textAfter(passages: readonly Passage[]): string[] {
  return textWithout('removed', passages);
}

function textWithout(absent: Segment['kind'], passages: readonly Passage[]): string[] {
  return passages
    .map((passage) => passage.filter(({ kind }) => kind !== absent))
    .filter((passage) => passage.length > 0)
    .map((passage) => passage.map(({ text }) => text).join(''));
}

/** Whether anything in a paragraph is not as before. */
export function isChanged(passage: Passage): boolean {
  return passage.some(({ kind }) => kind !== 'same');
}

/** Length of an excerpt in a list of articles, in words. */
export const EXCERPT_WORDS = 120;

/** The look behind keeps the search linear on long runs of dashes. */
const TRAILING_POINTS = /(?<![\s.…,;:–—-])[\s.…,;:–—-]+$/u;

/**
 * Cuts text after a number of words, at a word's end, with an ellipsis where something is left
 * out. White space, paragraph breaks included, becomes single spaces.
 */
export function excerpt(text: string, words: number): string {
  const all = text.split(/\s+/u).filter((word) => word !== '');
  if (all.length <= words) return all.join(' ');
  if (words <= 0) return '';
  // "word,…" reads as a slip; a full stop before an ellipsis says nothing either.
  return `${all.slice(0, words).join(' ').replace(TRAILING_POINTS, '')}…`;
}

/** The opening of a body that, after its standfirst, makes up an excerpt's length. */
export function openingAfter(summary: string, opening: string): string {
  const summaryWords = summary.split(/\s+/u).filter((word) => word !== '').length;
  return excerpt(opening, Math.max(20, EXCERPT_WORDS - summaryWords));
}

import { diffArrays } from 'diff';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { inspectBody } from '@/lib/content/markdown';
import { sourceOf } from '@/lib/content/source';

/** Signs that stand for the Uzbek oʻ and the English apostrophe in one spelling or another. */
const APOSTROPHES = /['’‘ʻʼ`]/g;

/** Signs that decide in Markdown what is text: an opened comment hides all that follows. */
const STRUCTURE = /[^<>[\]{}:`~\\]/g;

/**
 * Whether more than a number of words that readers read were added to an article or taken out of
 * it, a replaced one counted twice. White space, signs and typography do not count, nor does what
 * no reader saw since it was a draft or cannot be read.
 */
export function differByMore(before: string, after: string, words: number): boolean {
  // Most edits are small; they are told apart without reading the Markdown, which takes longer.
  const isSmall = !isFurther(wordsOf(before), wordsOf(after), words);
  if (isSmall && before.replace(STRUCTURE, '') === after.replace(STRUCTURE, '')) return false;
  const [old, made] = [textOf(before), textOf(after)];
  return old !== null && made !== null && isFurther(wordsOf(old), wordsOf(made), words);
}

function isFurther(before: string[], after: string[], words: number): boolean {
  if (Math.abs(before.length - after.length) > words) return true;
  return diffArrays(before, after, { maxEditLength: words }) === undefined;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(APOSTROPHES, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What readers read in a version of an article; null for one that they did not see. */
function textOf(version: string): string | null {
  const file = sourceOf('version', version);
  const split = readFrontMatter(file);
  if (!split.ok) return null;
  const { source, body, bodyOffset } = split.frontMatter;
  if (isDraft(source.value())) return null;
  return inspectBody(body, { text: file.text, offset: bodyOffset }).plain;
}

function isDraft(fields: unknown): boolean {
  return (
    typeof fields === 'object' && fields !== null && 'draft' in fields && fields.draft === true
  );
}

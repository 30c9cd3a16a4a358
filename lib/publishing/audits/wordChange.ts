import { diffArrays } from 'diff';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { inspectBody } from '@/lib/content/markdown';
import { sourceOf } from '@/lib/content/source';

/** Signs that stand for the Uzbek oʻ and the English apostrophe in one spelling or another. */
const APOSTROPHES = /['’‘ʻʼ`]/g;

/**
 * The words that a reader reads in a version of an article, without white space, signs and
 * typography; null for one that no reader saw, since it was a draft or cannot be read.
 */
export function wordsOf(text: string): string[] | null {
  const source = sourceOf('version', text);
  const split = readFrontMatter(source);
  if (!split.ok) return null;
  const { source: fields, body, bodyOffset } = split.frontMatter;
  if (isDraft(fields.value())) return null;
  const { plain } = inspectBody(body, { text: source.text, offset: bodyOffset });
  return (
    plain
      .normalize('NFC')
      .replace(APOSTROPHES, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether more than a number of words were added or taken out, a replaced one counted twice. */
export function differByMore(before: string[], after: string[], words: number): boolean {
  if (Math.abs(before.length - after.length) > words) return true;
  return diffArrays(before, after, { maxEditLength: words }) === undefined;
}

function isDraft(fields: unknown): boolean {
  return (
    typeof fields === 'object' && fields !== null && 'draft' in fields && fields.draft === true
  );
}

import { readDate } from '@/lib/content/dates';
import type { ContentFile } from '@/lib/content/files';
import type { SourceResult } from '@/lib/content/source';
import type { Instant } from '@/lib/site/dates';

/** Later than any date that an article can have. */
const FOR_GOOD: Instant = 9e15;
const BEFORE_ANY_DATE: Instant = 0;

/**
 * Until when nothing of an article may be told in public, not even what is wrong with it: drafts
 * never, scheduled articles before their time. Read from the text itself, since a draft with a slip
 * in it is a draft as well.
 */
export function secretUntil(
  { kind }: ContentFile,
  source: SourceResult,
  timeZone: string,
): Instant {
  if (kind !== 'article' || !source.ok) return BEFORE_ANY_DATE;
  const { text } = source.file;
  if (/^["']?draft["']?[ \t]*:[ \t]*["']?true\b/im.test(text)) return FOR_GOOD;
  const date = /^["']?date["']?[ \t]*:[ \t]*["']?([^"'#\r\n]+)/im.exec(text)?.[1]?.trim();
  if (date === undefined) return BEFORE_ANY_DATE;
  const reading = readDate(date, timeZone);
  return reading.ok ? reading.instant : BEFORE_ANY_DATE;
}

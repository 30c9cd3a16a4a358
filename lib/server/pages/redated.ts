import type { Answer } from './answer';
import type { FinishedDocument } from './document';
import type { Page } from './page';

/** HTTP dates know no parts of seconds (RFC 9110, section 5.6.7). */
const SECOND = 1_000;

/**
 * A document by the date of its own content; but dated anew where it is no longer what it was and
 * yet not younger, as when an article was withdrawn from it. Whoever asks by the date alone would
 * keep the old one otherwise.
 * @param now milliseconds since 1970
 */
export function redated(
  made: Answer,
  old: Page | FinishedDocument | undefined,
  now: number,
): Answer {
  if (made.kind !== 'document' || old === undefined || !('bodies' in old)) return made;
  const { document } = made;
  if (document.modified === null || old.modified === null) return made;
  if (document.modified > old.modified) return made;
  const isSame = document.name === old.name;
  const modified = isSame ? old.modified : Math.max(now, old.modified + SECOND);
  return { kind: 'document', document: { ...document, modified } };
}

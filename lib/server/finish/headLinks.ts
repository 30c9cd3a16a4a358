import type { WebLink } from '@/lib/discovery/linkField';
import type { Attributes } from './tags';

/**
 * Other forms of the very page, which programs look for before they read it. All else is left to the
 * page: the fields of an answer are not compressed.
 */
const FORMS: ReadonlySet<string> = new Set(['text/markdown', 'application/json']);

/** What the answer of a page says of a link in its head, if anything. */
export function headLink({ rel, href, type }: Attributes): WebLink[] {
  if (href === undefined) return [];
  if (rel !== 'alternate' || type === undefined || !FORMS.has(type)) return [];
  const { pathname, search } = new URL(href);
  return [{ rel, href: pathname + search, type }];
}

import { stringify } from 'yaml';
import { parseAuthor } from '@/lib/content/author';
import { sourceOf } from '@/lib/content/source';
import { isSlug } from '@/lib/site/slug';
import { CommandError } from '../commandError';
import type { Desk } from './desk';
import { type NewFile, refuseErrors } from './newFile';
import { shortSlug } from './shortSlug';

export interface AuthorWishes {
  readonly name: string;
  readonly role: string;
  readonly slug?: string | undefined;
}

/**
 * The text and the place of a new author's profile; nothing is written yet.
 * @throws CommandError where the address is taken or the profile would have errors
 */
export function newAuthor(desk: Desk, wishes: AuthorWishes): NewFile {
  const slug = wishes.slug ?? shortSlug(wishes.name);
  if (slug === undefined) {
    throw new CommandError('No letter of this name fits an address; name one with --slug.');
  }
  if (!isSlug<'author'>(slug)) {
    throw new CommandError(`--slug is lower-case letters a to z, digits and single hyphens.`);
  }
  const taken = desk.authors.get(slug);
  if (taken !== undefined) {
    throw new CommandError(
      `The address "${slug}" belongs to ${taken} already; name another with --slug.`,
    );
  }
  const path = `authors/${slug}.md`;
  const fields = { name: wishes.name, role: wishes.role };
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n\n`;
  refuseErrors(parseAuthor(sourceOf(path, text)).findings);
  return { path, text };
}

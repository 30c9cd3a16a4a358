import { en } from './en';
import type { Messages } from './types';

export type { Messages } from './types';

const LANGUAGES: ReadonlyMap<string, Messages> = new Map([['en', en]]);

/** Primary language subtags that the site's own words exist in. */
export const SUPPORTED_LANGUAGES: readonly string[] = [...LANGUAGES.keys()];

export function isSupportedLanguage(tag: string): boolean {
  return LANGUAGES.has(primary(tag));
}

/**
 * The site's own words in a language.
 * @param tag BCP 47 tag of the site, checked with `isSupportedLanguage` when site.yml was read
 * @throws Error for a language without messages
 */
export function messagesFor(tag: string): Messages {
  const messages = LANGUAGES.get(primary(tag));
  if (!messages) throw new Error(`There are no messages for the language "${tag}"`);
  return messages;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

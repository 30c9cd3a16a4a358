import { en } from './en';
import type { Messages } from './types';

export type { Messages } from './types';

const LANGUAGES: Readonly<Record<string, Messages>> = { en };

/** Primary language subtags that the site's own words exist in. */
export const SUPPORTED_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

export function isSupportedLanguage(tag: string): boolean {
  return primary(tag) in LANGUAGES;
}

/**
 * The site's own words in a language.
 * @param tag BCP 47 tag of the site, checked with `isSupportedLanguage` when site.yml was read
 * @throws Error for a language without messages
 */
export function messagesFor(tag: string): Messages {
  const messages = LANGUAGES[primary(tag)];
  if (!messages) throw new Error(`There are no messages for the language "${tag}"`);
  return messages;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

import { CALENDAR_WORDS } from './calendar';

/** Languages whose tables are in Latin letters; the others are in Cyrillic ones. */
const LATIN = new Set(['en', 'uz', 'tk']);

/**
 * The language in which a date is written: the one of the text that it belongs to, where there are
 * words for dates in it, else the site's, else English.
 * @param tag BCP 47 tag of the text
 * @param siteLanguage BCP 47 tag of the site
 */
export function dateLanguage(tag: string, siteLanguage: string): string {
  return tableFor(tag) ?? tableFor(siteLanguage) ?? 'en';
}

function tableFor(tag: string): string | undefined {
  const { language, script } = new Intl.Locale(tag);
  const isKnown = Object.hasOwn(CALENDAR_WORDS, language);
  const isOfScript = script === undefined || script === (LATIN.has(language) ? 'Latn' : 'Cyrl');
  return isKnown && isOfScript ? language : undefined;
}

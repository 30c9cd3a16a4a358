import { CALENDAR_WORDS } from './calendar';

/** Scripts that the tables are written in, where a language has several. */
const SCRIPTS: Readonly<Record<string, string>> = {
  kk: 'Cyrl',
  uz: 'Latn',
  tg: 'Cyrl',
  ky: 'Cyrl',
};

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
  const isOfScript = script === undefined || script === (SCRIPTS[language] ?? script);
  return isKnown && isOfScript ? language : undefined;
}

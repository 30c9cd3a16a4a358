import { LRUCache } from 'lru-cache';
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

/** By tag: a page asks for each of its dates, and to read a tag takes as long as to write the date. */
const tables = new LRUCache<string, { readonly table: string | undefined }>({ max: 100 });

function tableFor(tag: string): string | undefined {
  const known = tables.get(tag) ?? { table: readTable(tag) };
  tables.set(tag, known);
  return known.table;
}

function readTable(tag: string): string | undefined {
  const { language, script } = new Intl.Locale(tag);
  const isKnown = Object.hasOwn(CALENDAR_WORDS, language);
  const isOfScript = script === undefined || script === (LATIN.has(language) ? 'Latn' : 'Cyrl');
  return isKnown && isOfScript ? language : undefined;
}

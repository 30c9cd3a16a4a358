import { isCountry } from '@/lib/site/countries';
import { monthLabel } from '@/lib/site/dates';
import { messagesFor } from '@/lib/site/messages';
import { type Month, routes, type SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import { countOf, type ListKey, type ListPage, labelOf, listPage } from './lists';

/** What a list of articles is called, and where it stands. */
export interface ListWords {
  readonly key: ListKey;
  readonly title: string;
  readonly introduction: string | null;
  readonly path: SitePath;
}

/** A list of articles with the words that stand over it. */
export interface NamedList extends Omit<ListWords, 'key'> {
  readonly list: ListPage;
}

/** A section by its slug; null for unknown ones. */
export function sectionWords({ sections }: Reader, slug: string): ListWords | null {
  const section = sections.find((known) => known.slug === slug);
  if (!section) return null;
  return {
    key: { kind: 'section', value: section.slug },
    title: section.name,
    introduction: section.description,
    path: routes.section(section.slug),
  };
}

/** A country by its name in addresses; null for unknown ones. */
export function countryWords(reader: Reader, country: string): ListWords | null {
  if (!isCountry(country)) return null;
  const { countries, countryIntroduction } = messagesFor(reader.site.language);
  const title = countries[country];
  return {
    key: { kind: 'country', value: country },
    title,
    introduction: countryIntroduction(country, title),
    path: routes.country(country),
  };
}

/** A topic by its slug; null for topics without articles. */
export function topicWords(reader: Reader, slug: string): ListWords | null {
  if (!isSlug<'topic'>(slug)) return null;
  const key: ListKey = { kind: 'topic', value: slug };
  const title = labelOf(reader, key);
  if (title === null) return null;
  const introduction = messagesFor(reader.site.language).topicIntroduction(title);
  return { key, title, introduction, path: routes.topic(slug) };
}

/** The articles of a section; null for unknown sections and past the last page. */
export function sectionList(reader: Reader, slug: string, page: number): NamedList | null {
  return named(reader, sectionWords(reader, slug), page);
}

/** The articles of a country; null for unknown countries and past the last page. */
export function countryList(reader: Reader, country: string, page: number): NamedList | null {
  return named(reader, countryWords(reader, country), page);
}

/** The articles of a topic; null for topics without articles and past the last page. */
export function topicList(reader: Reader, slug: string, page: number): NamedList | null {
  return named(reader, topicWords(reader, slug), page);
}

/** A month as `YYYY-MM`; null for months without articles. */
export function monthWords(reader: Reader, value: string): ListWords | null {
  if (!isMonth(value)) return null;
  const key: ListKey = { kind: 'month', value };
  const total = countOf(reader, key);
  if (total === 0) return null;
  const { language } = reader.site;
  const title = monthLabel(value, language);
  const introduction = messagesFor(language).monthIntroduction(title, total);
  return { key, title, introduction, path: routes.month(value) };
}

/** The articles of a month; null for months without articles and past the last page. */
export function monthList(
  reader: Reader,
  year: string,
  month: string,
  page: number,
): NamedList | null {
  return named(reader, monthWords(reader, `${year}-${month}`), page);
}

function named(reader: Reader, words: ListWords | null, page: number): NamedList | null {
  if (words === null) return null;
  const { key, ...rest } = words;
  const list = listPage(reader, key, page);
  return list && { ...rest, list };
}

function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

import { type Country, isCountry } from '@/lib/site/countries';
import { monthLabel } from '@/lib/site/dates';
import { messagesFor } from '@/lib/site/messages';
import { type Month, routes, type SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import { type ListKey, type ListPage, labelOf, listPage } from './lists';

/** A list of articles with the words that stand over it. */
export interface NamedList {
  readonly title: string;
  readonly introduction: string | null;
  readonly path: SitePath;
  readonly list: ListPage;
}

/** The articles of a section; null for unknown sections and past the last page. */
export function sectionList(reader: Reader, slug: string, page: number): NamedList | null {
  const section = reader.sections.find((known) => known.slug === slug);
  if (!section) return null;
  return named(reader, { kind: 'section', value: section.slug }, page, {
    title: section.name,
    introduction: section.description,
    path: routes.section(section.slug),
  });
}

/** The articles of a country; null for unknown countries and past the last page. */
export function countryList(reader: Reader, country: string, page: number): NamedList | null {
  if (!isCountry(country)) return null;
  const title = countryName(reader, country);
  return named(reader, { kind: 'country', value: country }, page, {
    title,
    introduction: messagesFor(reader.site.language).countryIntroduction(title),
    path: routes.country(country),
  });
}

/** The articles of a topic; null for topics without articles and past the last page. */
export function topicList(reader: Reader, slug: string, page: number): NamedList | null {
  if (!isSlug<'topic'>(slug)) return null;
  const key: ListKey = { kind: 'topic', value: slug };
  const title = labelOf(reader, key);
  if (title === null) return null;
  return named(reader, key, page, {
    title,
    introduction: messagesFor(reader.site.language).topicIntroduction(title),
    path: routes.topic(slug),
  });
}

/** The articles of a month; null for months without articles and past the last page. */
export function monthList(
  reader: Reader,
  year: string,
  month: string,
  page: number,
): NamedList | null {
  const value = `${year}-${month}`;
  if (!isMonth(value)) return null;
  const list = listPage(reader, { kind: 'month', value }, page);
  if (list === null || list.total === 0) return null;
  const { language } = reader.site;
  const title = monthLabel(value, language);
  const introduction = messagesFor(language).monthIntroduction(title, list.total);
  return { title, introduction, path: routes.month(value), list };
}

function named(
  reader: Reader,
  key: ListKey,
  page: number,
  words: Omit<NamedList, 'list'>,
): NamedList | null {
  const list = listPage(reader, key, page);
  return list && { ...words, list };
}

function countryName(reader: Reader, country: Country): string {
  return messagesFor(reader.site.language).countries[country];
}

function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

import type { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import { messagesFor } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';

/** What has a page of its own, by the name that readers know. */
export interface NamedPage {
  readonly name: string;
  /** Absolute; null while there is no such page. */
  readonly url: string | null;
}

/** A list of articles, by the name that readers know. */
export interface NamedList {
  readonly name: string;
  /** Absolute. */
  readonly url: string;
}

/** Who wrote an article, in the order of the byline. */
export function authorNames(
  reader: Reader,
  siteUrl: string,
  { authors }: Pick<ArticleRecord, 'authors'>,
): NamedPage[] {
  return authors.map((slug) => {
    const { name, hasProfile } = reader.byline(slug);
    return { name, url: hasProfile ? absolute(siteUrl, routes.person(slug)) : null };
  });
}

/** What an article is about: the lists that it stands in. */
export function subjectNames(
  reader: Reader,
  siteUrl: string,
  { section, countries, topics }: Pick<ArticleRecord, 'section' | 'countries' | 'topics'>,
): {
  readonly section: NamedList;
  readonly countries: readonly NamedList[];
  readonly topics: readonly NamedList[];
} {
  const names = messagesFor(reader.site.language).countries;
  const list = (name: string, path: SitePath): NamedList => ({
    name,
    url: absolute(siteUrl, path),
  });
  return {
    section: list(reader.sectionName(section).name, routes.section(section)),
    countries: countries.map((country) => list(names[country], routes.country(country))),
    topics: topics.map(({ name, slug }) => list(name, routes.topic(slug))),
  };
}

import {
  countryWords,
  type ListWords,
  sectionWords,
  topicWords,
} from '@/lib/archive/queries/namedLists';
import type { Reader } from '@/lib/archive/reader';
import { messagesFor } from '@/lib/site/messages';
import { routes, type SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { FeedList } from './feed';

/** How the lists with feeds of their own are found by the first part of their address. */
const LISTS: Readonly<Record<string, (reader: Reader, slug: string) => FeedList | null>> = {
  people: personFeed,
  sections: (reader, slug) => ofWords(reader, sectionWords(reader, slug)),
  countries: (reader, slug) => ofWords(reader, countryWords(reader, slug)),
  topics: (reader, slug) => ofWords(reader, topicWords(reader, slug)),
};

/**
 * The list that stands at an address, as a feed says it; null where none does.
 * @param path of the list's page; of the front page for all articles
 */
export function feedList(reader: Reader, path: SitePath): FeedList | null {
  const { site } = reader;
  if (path === routes.front()) {
    return { key: { kind: 'all' }, title: site.name, description: site.description, path };
  }
  const [, root = '', slug = '', ...rest] = path.split('/');
  const find = Object.hasOwn(LISTS, root) ? LISTS[root] : undefined;
  return rest.length === 0 && find ? find(reader, slug) : null;
}

function personFeed(reader: Reader, slug: string): FeedList | null {
  const author = isSlug<'author'>(slug) ? reader.author(slug) : null;
  if (author === null) return null;
  const { site } = reader;
  const { describe } = messagesFor(site.language).profile;
  return {
    key: { kind: 'author', value: author.slug },
    title: titleOf(author.name, reader),
    description: describe(author.name, author.role, site.name),
    path: routes.person(author.slug),
  };
}

function ofWords(reader: Reader, words: ListWords | null): FeedList | null {
  if (words === null) return null;
  const { key, title, introduction, path } = words;
  return { key, title: titleOf(title, reader), description: introduction ?? title, path };
}

function titleOf(list: string, { site }: Reader): string {
  return `${list} · ${site.name}`;
}

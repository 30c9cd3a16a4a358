import { feedOfList } from '@/lib/site/addresses';
import { absolute, asked, type FeedFormat, routes, type SitePath } from '@/lib/site/routes';
import type { Announcement } from './announcement';
import type { Message } from './postWithRetries';

/** Lists with feeds of their own, as the archive names what pages show. */
const LISTS: Readonly<Record<string, (value: string) => SitePath>> = {
  author: asked.person,
  section: asked.section,
  country: asked.country,
  topic: asked.topic,
};

const CHANGE = /^changes:([a-z]+):(.*)$/s;

/**
 * Tells a hub which feeds have changed, in one message (WebSub, section 7, in the form that all hubs
 * know); in none where none has.
 */
export function webSubMessages(hub: string, siteUrl: string, { shown }: Announcement): Message[] {
  const feeds = changedFeeds(shown).map((path) => absolute(siteUrl, path));
  if (feeds.length === 0) return [];
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...feeds.map((url) => ['hub.url', url]),
  ]);
  return [{ url: hub, type: 'application/x-www-form-urlencoded', body: body.toString() }];
}

function changedFeeds(shown: Announcement['shown']): SitePath[] {
  // Of very many changes only that is known; whoever follows a list is told with the next one.
  if (shown.has('site')) return feedsOf('/', ['rss', 'atom', 'json']);
  return [...shown].flatMap((thing) => {
    const [, kind = '', value = ''] = CHANGE.exec(thing) ?? [];
    if (kind === 'all') return feedsOf('/', ['rss', 'atom', 'json']);
    const list = LISTS[kind]?.(value);
    return list === undefined || feedOfList(list) === null ? [] : feedsOf(list, ['rss', 'json']);
  });
}

function feedsOf(list: SitePath, formats: readonly FeedFormat[]): SitePath[] {
  return formats.map((format) => routes.feed(format, list));
}

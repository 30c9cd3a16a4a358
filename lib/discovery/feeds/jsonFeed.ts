import { type Instant, machineDate } from '@/lib/site/dates';
import type { Feed, FeedItem } from './feed';

/** Media type without parameters. */
export const JSON_FEED_TYPE = 'application/feed+json';

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.description,
    icon: feed.icon,
    favicon: feed.favicon,
    language: feed.language,
    ...(feed.hub !== null && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map((one) => item(one, feed.timeZone)),
  };
  return `${JSON.stringify(document)}\n`;
}

function item({ url, title, summary, html, language, ...rest }: FeedItem, timeZone: string) {
  const { published, modified, authors, categories, picture } = rest;
  const date = (at: Instant) => machineDate(at, 'minute', timeZone);
  return {
    id: url,
    url,
    title,
    summary,
    content_html: html,
    ...(picture !== null && { image: picture.url }),
    date_published: date(published),
    date_modified: date(modified),
    authors: authors.map((author) => ({
      name: author.name,
      ...(author.url !== null && { url: author.url }),
    })),
    tags: categories.map(({ label }) => label),
    language,
  };
}

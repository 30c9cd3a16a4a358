import type { FeedFormat, SitePath } from '@/lib/site/routes';
import type { DocumentKind } from '../documents';
import { linkField, type WebLink } from '../linkField';
import { atom } from './atom';
import { type Feed, feedOf } from './feed';
import { feedList } from './feedLists';
import { JSON_FEED_TYPE, jsonFeed } from './jsonFeed';
import { rss } from './rss';

/**
 * Browsers show a feed by its style sheet where it comes as plain XML only; by its own type, they show
 * its source or offer to store it. Feed readers take both (W3C Feed Validation Service, on media types).
 */
const XML_TYPE = 'application/xml';

const WRITERS: Readonly<Record<FeedFormat, { type: string; write: (feed: Feed) => string }>> = {
  rss: { type: XML_TYPE, write: rss },
  atom: { type: XML_TYPE, write: atom },
  json: { type: JSON_FEED_TYPE, write: jsonFeed },
};

const ADDRESS = /^(.*)\/(feed\.xml|feed\.json|atom\.xml)$/;
const FORMATS: Readonly<Record<string, FeedFormat>> = {
  'feed.xml': 'rss',
  'feed.json': 'json',
  'atom.xml': 'atom',
};

/** The feeds of the site, and of each person, section, country and topic. */
export const feedAt: DocumentKind = (path) => {
  const [, list = '', file = ''] = ADDRESS.exec(path) ?? [];
  const format = FORMATS[file];
  // Atom is for the site alone: whoever follows a single list is well served by the other two.
  if (format === undefined || (format === 'atom' && list !== '')) return null;
  return (context) => {
    const found = feedList(context.reader, list === '' ? '/' : (list as SitePath));
    if (found === null) return null;
    const feed = feedOf(context, found, format);
    const { type, write } = WRITERS[format];
    const links: WebLink[] = [{ rel: 'self', href: feed.self }];
    if (feed.hub !== null) links.push({ rel: 'hub', href: feed.hub });
    return {
      type: `${type}; charset=utf-8`,
      body: write(feed),
      modified: feed.modified,
      // Where publishers and hubs find each other (WebSub, section 4).
      fields: { Link: linkField(links) },
    };
  };
};

import { type XmlElement, xmlDocument } from '../xml';
import type { Feed, FeedItem } from './feed';
import { MEDIA_NAMESPACE, mediaContent } from './media';
import { stylesheet } from './stylesheet';

/** Minutes for which a reader need not ask again; it is no promise that nothing appears. */
const MINUTES = '15';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...MEDIA_NAMESPACE,
} as const;

/** A feed as RSS 2.0 (RSS Advisory Board), with the modules that the field has agreed on. */
export function rss(feed: Feed): string {
  const channel: XmlElement[] = [
    text('title', feed.title),
    text('link', feed.page),
    text('description', feed.description),
    text('language', feed.language),
    { name: 'atom:link', attributes: { rel: 'self', type: RSS_TYPE, href: feed.self } },
    ...(feed.hub === null
      ? []
      : [{ name: 'atom:link', attributes: { rel: 'hub', href: feed.hub } }]),
    ...(feed.modified === null ? [] : [text('lastBuildDate', mailDate(feed.modified))]),
    text('ttl', MINUTES),
    {
      name: 'image',
      children: [text('url', feed.favicon), text('title', feed.title), text('link', feed.page)],
    },
    ...feed.items.map(item),
  ];
  return xmlDocument(
    {
      name: 'rss',
      attributes: { version: '2.0', ...NAMESPACES },
      children: [{ name: 'channel', children: channel }],
    },
    [stylesheet()],
  );
}

/** Media type without parameters. */
export const RSS_TYPE = 'application/rss+xml';

function item({ url, title, summary, html, published, language, ...rest }: FeedItem): XmlElement {
  const { authors, categories, picture } = rest;
  const children: XmlElement[] = [
    text('title', title),
    text('link', url),
    { name: 'guid', attributes: { isPermaLink: 'true' }, children: [url] },
    text('pubDate', mailDate(published)),
    // The field's own "author" is for e-mail addresses.
    ...authors.map(({ name }) => text('dc:creator', name)),
    text('dc:language', language),
    ...categories.map(({ label, scheme: domain }) => {
      return { name: 'category', attributes: { domain }, children: [label] };
    }),
    text('description', summary),
    text('content:encoded', html),
    ...(picture === null ? [] : [mediaContent(picture)]),
  ];
  return { name: 'item', children };
}

function text(name: string, content: string): XmlElement {
  return { name, children: [content] };
}

/** A date as mail has it (RFC 5322), with the year in full. */
function mailDate(at: number): string {
  return new Date(at).toUTCString();
}

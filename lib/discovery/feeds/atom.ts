import { type Instant, machineDate } from '@/lib/site/dates';
import { type XmlElement, xmlDocument } from '../xml';
import type { Feed, FeedItem } from './feed';
import { MEDIA_NAMESPACE, mediaContent } from './media';
import { stylesheet } from './stylesheet';

/** Media type without parameters. */
export const ATOM_TYPE = 'application/atom+xml';

/** Of a feed that holds nothing, which has to have a date all the same. */
const NEVER = 0;

/** A feed as Atom 1.0 (RFC 4287). */
export function atom(feed: Feed): string {
  return xmlDocument(
    {
      name: 'feed',
      attributes: {
        xmlns: 'http://www.w3.org/2005/Atom',
        ...MEDIA_NAMESPACE,
        'xml:lang': feed.language,
      },
      children: [
        text('title', feed.title),
        text('subtitle', feed.description),
        text('id', feed.page),
        link({ rel: 'self', type: ATOM_TYPE, href: feed.self }),
        link({ rel: 'alternate', type: 'text/html', href: feed.page }),
        ...(feed.hub === null ? [] : [link({ rel: 'hub', href: feed.hub })]),
        text('updated', machineDate(feed.modified ?? NEVER, 'minute', feed.timeZone)),
        text('icon', feed.favicon),
        ...feed.items.map((item) => entry(item, feed.timeZone)),
      ],
    },
    [stylesheet()],
  );
}

function entry(item: FeedItem, timeZone: string): XmlElement {
  const { url, title, summary, html, published, modified, language, picture } = item;
  const date = (at: Instant) => machineDate(at, 'minute', timeZone);
  return {
    name: 'entry',
    attributes: { 'xml:lang': language },
    children: [
      text('title', title),
      text('id', url),
      link({ rel: 'alternate', type: 'text/html', href: url }),
      text('published', date(published)),
      text('updated', date(modified)),
      ...item.authors.map(({ name, url: uri }) => ({
        name: 'author',
        children: [text('name', name), ...(uri === null ? [] : [text('uri', uri)])],
      })),
      ...item.categories.map(({ term, scheme, label }) => ({
        name: 'category',
        attributes: { term, scheme, label },
      })),
      text('summary', summary),
      { name: 'content', attributes: { type: 'html' }, children: [html] },
      ...(picture === null ? [] : [mediaContent(picture)]),
    ],
  };
}

function text(name: string, content: string): XmlElement {
  return { name, children: [content] };
}

function link(attributes: Readonly<Record<string, string>>): XmlElement {
  return { name: 'link', attributes };
}

import { type XmlElement, xmlDocument } from '../xml';
import type { Feed, FeedItem } from './feed';
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
      attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      children: [
        text('title', feed.title),
        text('subtitle', feed.description),
        text('id', feed.page),
        link({ rel: 'self', type: ATOM_TYPE, href: feed.self }),
        link({ rel: 'alternate', type: 'text/html', href: feed.page }),
        ...(feed.hub === null ? [] : [link({ rel: 'hub', href: feed.hub })]),
        text('updated', date(feed.modified ?? NEVER)),
        text('icon', feed.favicon),
        ...feed.items.map(entry),
      ],
    },
    [stylesheet()],
  );
}

function entry(item: FeedItem): XmlElement {
  const { url, title, summary, html, published, modified, language, picture } = item;
  return {
    name: 'entry',
    attributes: { 'xml:lang': language },
    children: [
      text('title', title),
      text('id', url),
      link({ rel: 'alternate', type: 'text/html', href: url }),
      ...(picture === null
        ? []
        : [link({ rel: 'enclosure', type: picture.type, href: picture.url })]),
      text('published', date(published)),
      text('updated', date(modified)),
      ...item.authors.map(({ name, url: uri }) => ({
        name: 'author',
        children: [text('name', name), ...(uri === null ? [] : [text('uri', uri)])],
      })),
      ...item.categories.map(({ name, url: scheme }) => ({
        name: 'category',
        attributes: { term: name, scheme },
      })),
      text('summary', summary),
      { name: 'content', attributes: { type: 'html' }, children: [html] },
    ],
  };
}

function text(name: string, content: string): XmlElement {
  return { name, children: [content] };
}

function link(attributes: Readonly<Record<string, string>>): XmlElement {
  return { name: 'link', attributes };
}

/** RFC 3339. */
function date(at: number): string {
  return new Date(at).toISOString();
}

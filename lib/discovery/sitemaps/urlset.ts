import type { Instant } from '@/lib/site/dates';
import { machineDate } from '@/lib/site/dates';
import { type XmlElement, xmlDocument } from '../xml';

/** Namespaces of the protocol (sitemaps.org 0.9) and of Google's extensions. */
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';

export const XML_TYPE = 'application/xml; charset=utf-8';

/** One address of the site; all addresses are absolute. */
export interface SitemapEntry {
  readonly url: string;
  /** Null where nobody knows. */
  readonly modified: Instant | null;
  readonly images: readonly string[];
}

/** A sitemap of at least one address. */
export function urlset(entries: readonly SitemapEntry[], timeZone: string): string {
  const children = entries.map(({ url, modified, images }) => ({
    name: 'url',
    children: [
      ...place(url, modified, timeZone),
      ...images.map((image) => {
        return { name: 'image:image', children: [{ name: 'image:loc', children: [image] }] };
      }),
    ],
  }));
  const attributes = { xmlns: SITEMAP, 'xmlns:image': IMAGE };
  return xmlDocument({ name: 'urlset', attributes, children });
}

/** An index of sitemaps. */
export function sitemapIndex(
  parts: readonly Omit<SitemapEntry, 'images'>[],
  timeZone: string,
): string {
  const children = parts.map(({ url, modified }) => {
    return { name: 'sitemap', children: place(url, modified, timeZone) };
  });
  return xmlDocument({ name: 'sitemapindex', attributes: { xmlns: SITEMAP }, children });
}

function place(url: string, modified: Instant | null, timeZone: string): XmlElement[] {
  const date = modified === null ? [] : [machineDate(modified, 'minute', timeZone)];
  return [
    { name: 'loc', children: [url] },
    ...date.map((text) => ({ name: 'lastmod', children: [text] })),
  ];
}

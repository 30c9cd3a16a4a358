import { articlesOfMonth, monthAccounts, partsOfMonth } from '@/lib/archive/queries/months';
import { absolute, type Month, routes, type SitePath } from '@/lib/site/routes';
import type { Document } from '../document';
import type { DocumentContext, DocumentKind } from '../documents';
import { sitePages } from './sitePages';
import { type SitemapEntry, sitemapIndex, urlset, XML_TYPE } from './urlset';

/**
 * Addresses in one sitemap: a tenth of what the protocol allows, so that each is quickly made and
 * quickly read again.
 */
const MOST = 5_000;

const PART = /^(?:(pages)|(\d{4}-\d{2}))(?:-([2-9]|[1-9]\d{1,3}))?$/;
const PARTS_FOLDER = '/sitemaps/';

/** The index of all sitemaps, and the sitemaps: one for each month, and those of all other pages. */
export const sitemapAt: DocumentKind = sitemaps(MOST);

/** @param most addresses in one sitemap */
export function sitemaps(most: number): DocumentKind {
  return (path) => {
    if (path === routes.sitemap()) return (context) => index(context, most);
    if (!path.startsWith(PARTS_FOLDER) || !path.endsWith('.xml')) return null;
    const name = path.slice(PARTS_FOLDER.length, -'.xml'.length);
    const [, pages, month, number = '1'] = PART.exec(name) ?? [];
    const offset = (Number(number) - 1) * most;
    if (pages !== undefined) return (context) => partOfPages(context, offset, most);
    if (month === undefined) return null;
    // The pattern is that of a month.
    return (context) => partOfMonth(context, month as Month, offset, most);
  };
}

function index({ reader, siteUrl }: DocumentContext, most: number): Document {
  const pages = sitePages(reader);
  const months = monthAccounts(reader);
  const modified = months.length === 0 ? null : Math.max(...months.map((one) => one.modified));
  const parts = [
    ...Array.from({ length: Math.ceil(pages.length / most) }, (_, part) => {
      return { path: numbered('pages', part), modified: null };
    }),
    ...months.flatMap(({ month, total, modified: changed }) => {
      const dates = total <= most ? [changed] : partsOfMonth(reader, month, most);
      return dates.map((date, part) => ({ path: numbered(month, part), modified: date }));
    }),
  ];
  const entries = parts.map((part) => ({ ...part, url: absolute(siteUrl, part.path) }));
  return { type: XML_TYPE, body: sitemapIndex(entries, reader.site.timeZone), modified };
}

/** Address of a part, from 0; the first has no number. */
function numbered(name: string, part: number): SitePath {
  return routes.sitemapPart(part === 0 ? name : `${name}-${part + 1}`);
}

function partOfPages(
  { reader, siteUrl }: DocumentContext,
  offset: number,
  most: number,
): Document | null {
  const pages = sitePages(reader).slice(offset, offset + most);
  const entries = pages.map(({ path, modified, picture }) => {
    const images = picture ? [pictureUrl(siteUrl, picture)] : [];
    return { url: absolute(siteUrl, path), modified, images };
  });
  return sitemap(entries, reader.site.timeZone);
}

function partOfMonth(
  { reader, siteUrl }: DocumentContext,
  month: Month,
  offset: number,
  most: number,
): Document | null {
  const entries = articlesOfMonth(reader, month, most, offset).map(
    ({ slug, modified, pictures }) => ({
      url: absolute(siteUrl, routes.article(slug)),
      modified,
      images: pictures.map((path) => pictureUrl(siteUrl, path)),
    }),
  );
  return sitemap(entries, reader.site.timeZone);
}

function pictureUrl(siteUrl: string, path: string): string {
  return absolute(siteUrl, routes.media(path.slice('media/'.length)));
}

/** Null where it would be empty, which the protocol forbids. */
function sitemap(entries: readonly SitemapEntry[], timeZone: string): Document | null {
  if (entries.length === 0) return null;
  const dates = entries.flatMap(({ modified }) => modified ?? []);
  const modified = dates.length === 0 ? null : Math.max(...dates);
  return { type: XML_TYPE, body: urlset(entries, timeZone), modified };
}

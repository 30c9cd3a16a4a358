import { feedOfList } from '@/lib/site/addresses';
import { absolute, type FeedFormat, routes, type SitePath } from '@/lib/site/routes';
import type { Alternate } from '../head';
import { ATOM_TYPE } from './atom';
import { JSON_FEED_TYPE } from './jsonFeed';
import { RSS_TYPE } from './rss';

const FORMATS: Readonly<Record<FeedFormat, { type: string; name: string }>> = {
  rss: { type: RSS_TYPE, name: 'RSS' },
  atom: { type: ATOM_TYPE, name: 'Atom' },
  json: { type: JSON_FEED_TYPE, name: 'JSON Feed' },
};

/**
 * Feeds that the head of a page names: its own list's first, where it has one, and the site's.
 * @param title of the page
 * @param siteName of the publication
 */
export function feedAlternates(
  siteUrl: string,
  { title, path }: { readonly title: string; readonly path: SitePath },
  siteName: string,
): Alternate[] {
  const alternate = (format: FeedFormat, name: string, list?: SitePath): Alternate => ({
    type: FORMATS[format].type,
    title: `${name} (${FORMATS[format].name})`,
    url: absolute(siteUrl, routes.feed(format, list)),
  });
  if (path === routes.front()) {
    return (['rss', 'atom', 'json'] as const).map((format) => alternate(format, siteName));
  }
  const own =
    feedOfList(path) === null
      ? []
      : (['rss', 'json'] as const).map((format) => alternate(format, title, path));
  return [...own, alternate('rss', siteName)];
}

import { routes, type SitePath } from '@/lib/site/routes';
import type { PageClient } from '../fetchPage';
import type { GeneratedPublication } from '../generate/publication';

/** Documents of one kind, each of which is made when it is asked for. */
export interface PlannedDocuments {
  readonly name: string;
  readonly paths: readonly SitePath[];
}

export interface SitemapIndex {
  readonly parts: readonly SitePath[];
  /** That it took to be answered. */
  readonly milliseconds: number;
}

/** Authors and topics whose feeds are measured; those of others warm the server up. */
const OF_A_KIND = 40;

/** Feeds that are made before any is measured: a program runs slowly until it has run for a while. */
export function warmUpFeeds({ authors, topics }: GeneratedPublication): SitePath[] {
  const lists = [
    ...authors.slice(OF_A_KIND).map(routes.person),
    ...topics.slice(OF_A_KIND, 2 * OF_A_KIND).map(routes.topic),
  ];
  return lists.flatMap((list) => [routes.feed('rss', list), routes.feed('json', list)]);
}

export async function askIndex(client: PageClient): Promise<SitemapIndex> {
  const { html, milliseconds } = await client.get(routes.sitemap());
  const parts = [...html.matchAll(/<loc>[^<]*?(\/sitemaps\/[^<]+)<\/loc>/g)].map(
    // The site writes its own addresses there.
    ([, path]) => path as SitePath,
  );
  if (parts.length === 0) throw new Error('The index names no sitemap');
  return { parts, milliseconds };
}

/** Every sitemap that the index names, and feeds of every kind. */
export function planDocuments(
  { authors, topics, sections }: GeneratedPublication,
  { parts }: SitemapIndex,
): PlannedDocuments[] {
  const lists = [
    ...sections.map(routes.section),
    ...authors.slice(0, OF_A_KIND).map(routes.person),
    ...topics.slice(0, OF_A_KIND).map(routes.topic),
  ];
  const feeds = (format: 'rss' | 'json') => [
    routes.feed(format),
    ...lists.map((list) => routes.feed(format, list)),
  ];
  return [
    { name: 'sitemaps', paths: [routes.newsSitemap(), ...parts] },
    { name: 'feeds, RSS', paths: feeds('rss') },
    { name: 'feeds, JSON', paths: feeds('json') },
    { name: 'feed, Atom', paths: [routes.feed('atom')] },
  ];
}

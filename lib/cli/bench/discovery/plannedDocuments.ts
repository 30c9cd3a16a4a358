import { routes, type SitePath } from '@/lib/site/routes';
import type { PageClient } from '../fetchPage';
import type { GeneratedPublication } from '../generate/publication';

/** Documents of one kind, each of which is made when it is asked for. */
export interface PlannedDocuments {
  readonly name: string;
  readonly paths: readonly SitePath[];
}

const OF_A_KIND = 40;

/** Every sitemap that the index names, and feeds of every kind. */
export async function planDocuments(
  client: PageClient,
  { authors, topics, sections }: GeneratedPublication,
): Promise<PlannedDocuments[]> {
  const lists = [
    ...sections.map(routes.section),
    ...authors.slice(0, OF_A_KIND).map(routes.person),
    ...topics.slice(0, OF_A_KIND).map(routes.topic),
  ];
  const { html: index } = await client.get(routes.sitemap());
  const parts = [...index.matchAll(/<loc>[^<]*?(\/sitemaps\/[^<]+)<\/loc>/g)].map(
    // The site writes its own addresses there.
    ([, path]) => path as SitePath,
  );
  if (parts.length === 0) throw new Error('The index names no sitemap');
  return [
    { name: 'sitemaps', paths: [routes.newsSitemap(), ...parts] },
    {
      name: 'feeds, RSS',
      paths: [routes.feed('rss'), ...lists.map((list) => routes.feed('rss', list))],
    },
    {
      name: 'feeds, JSON',
      paths: [routes.feed('json'), ...lists.map((list) => routes.feed('json', list))],
    },
    { name: 'feed, Atom', paths: [routes.feed('atom')] },
  ];
}

import type { CollectionPage, WebPage, WebSite } from 'schema-dts';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import { type DataContext, ids, reference } from './node';

interface PageFacts {
  readonly path: SitePath;
  readonly name: string;
  readonly description: string | null;
}

/** Something that a list names. */
export interface ListedItem {
  readonly name: string;
  readonly path: SitePath;
}

/** The site itself: for the front page, from which search engines take its name. */
export function website({ site, siteUrl }: DataContext): WebSite {
  return {
    '@type': 'WebSite',
    '@id': ids.website(siteUrl),
    name: site.name,
    url: absolute(siteUrl, routes.front()),
    description: site.description,
    inLanguage: site.language,
    publisher: reference(ids.organization(siteUrl)),
  };
}

/** A page that is about nothing but itself. */
export function webPage(context: DataContext, facts: PageFacts): WebPage {
  return { '@type': 'WebPage', ...common(context, facts) };
}

/** A page that lists others, in its own order. */
export function collectionPage(
  context: DataContext,
  facts: PageFacts,
  items: readonly ListedItem[],
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    ...common(context, facts),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: items.length,
      itemListElement: items.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        url: absolute(context.siteUrl, path),
      })),
    },
  };
}

function common({ site, siteUrl }: DataContext, { path, name, description }: PageFacts) {
  return {
    '@id': ids.of(siteUrl, path, 'page'),
    url: absolute(siteUrl, path),
    name,
    ...(description !== null && { description }),
    inLanguage: site.language,
    isPartOf: reference(ids.website(siteUrl)),
  };
}

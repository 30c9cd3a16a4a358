import type { ItemList, ListItem, WebPage } from 'schema-dts';
import { type Instant, machineDate } from '@/lib/site/dates';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import { type DataContext, ids, reference } from './node';

export interface PageFacts {
  readonly path: SitePath;
  readonly name: string;
  readonly description: string | null;
  /** When it was last changed, where that is known. */
  readonly modified?: Instant | null;
}

/** A page that is about nothing but itself. */
export function webPage(context: DataContext, facts: PageFacts): WebPage {
  return { '@type': 'WebPage', ...pageProperties(context, facts) };
}

/**
 * A page that lists things, in its own order.
 * @param first place of the first of them in the whole list, from 1
 * @param total of the whole list; null where it is not known
 */
export function collectionPage(
  context: DataContext,
  facts: PageFacts,
  items: readonly ListedItem[],
  {
    first = 1,
    total = items.length,
  }: { readonly first?: number; readonly total?: number | null } = {},
): WebPage {
  const mainEntity: ItemList = {
    '@type': 'ItemList',
    ...(total !== null && { numberOfItems: total }),
    itemListElement: items.map(
      (item, index): ListItem => ({ '@type': 'ListItem', position: first + index, ...item }),
    ),
  };
  return { '@type': 'CollectionPage', ...pageProperties(context, facts), mainEntity };
}

/** What a list says of one of its things. */
export type ListedItem = Pick<Extract<ListItem, { '@type': 'ListItem' }>, 'name' | 'url' | 'item'>;

/** Something that has a page of its own. */
export function listed(siteUrl: string, name: string, path: SitePath): ListedItem {
  return { name, url: absolute(siteUrl, path) };
}

/** What every kind of page says of itself. */
export function pageProperties({ site, siteUrl }: DataContext, facts: PageFacts) {
  const { path, name, description, modified = null } = facts;
  return {
    '@id': ids.of(siteUrl, path, 'page'),
    url: absolute(siteUrl, path),
    name,
    ...(description !== null && { description }),
    inLanguage: site.language,
    isPartOf: reference(ids.website(siteUrl)),
    ...(path !== routes.front() && { breadcrumb: reference(ids.breadcrumb(siteUrl, path)) }),
    ...(modified !== null && { dateModified: machineDate(modified, 'minute', site.timeZone) }),
  };
}

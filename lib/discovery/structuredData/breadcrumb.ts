import type { BreadcrumbList } from 'schema-dts';
import { absolute } from '@/lib/site/routes';
import type { Crumb } from '../crumbs';

/**
 * The way to a page, as its breadcrumb shows it.
 * @param id its name, where something else in the graph names it
 */
export function breadcrumbList(
  siteUrl: string,
  crumbs: readonly Crumb[],
  id?: string,
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    ...(id !== undefined && { '@id': id }),
    itemListElement: crumbs.map(({ label, path: step }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(step !== undefined && { item: absolute(siteUrl, step) }),
    })),
  };
}

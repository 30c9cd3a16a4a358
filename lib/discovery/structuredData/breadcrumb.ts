import type { BreadcrumbList } from 'schema-dts';
import { absolute, type SitePath } from '@/lib/site/routes';
import type { Crumb } from '../crumbs';
import { ids } from './node';

/** The way to a page, as its breadcrumb shows it. */
export function breadcrumbList(
  siteUrl: string,
  path: SitePath,
  crumbs: readonly Crumb[],
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': ids.of(siteUrl, path, 'breadcrumb'),
    itemListElement: crumbs.map(({ label, path: step }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(step !== undefined && { item: absolute(siteUrl, step) }),
    })),
  };
}

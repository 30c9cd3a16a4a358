import type { BreadcrumbList } from 'schema-dts';
import { absolute } from '@/lib/site/routes';
import type { Crumb } from '../crumbs';

/** The way to a page, as its breadcrumb shows it. */
export function breadcrumbList(siteUrl: string, crumbs: readonly Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, path: step }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(step !== undefined && { item: absolute(siteUrl, step) }),
    })),
  };
}

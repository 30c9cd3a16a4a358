import type { WebSite } from 'schema-dts';
import { absolute, routes } from '@/lib/site/routes';
import { type DataContext, ids, reference } from './node';

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

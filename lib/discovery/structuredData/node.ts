import type { Graph, Thing } from 'schema-dts';
import type { SiteIdentity } from '@/lib/site/identity';
import type { Messages } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug, AuthorSlug } from '@/lib/site/slug';

/** What every description of a page is written with. */
export interface DataContext {
  readonly site: SiteIdentity;
  readonly siteUrl: string;
  readonly messages: Messages;
}

/** A thing that is described elsewhere, by its name alone. */
export interface Reference {
  readonly '@id': string;
}

/** Names of things, the same on every page: an address of the site, and what of it is meant. */
export const ids = {
  organization: (siteUrl: string): string => `${absolute(siteUrl, routes.front())}#organization`,
  website: (siteUrl: string): string => `${absolute(siteUrl, routes.front())}#website`,
  article: (siteUrl: string, slug: ArticleSlug): string =>
    ids.of(siteUrl, routes.article(slug), 'article'),
  person: (siteUrl: string, slug: AuthorSlug): string =>
    ids.of(siteUrl, routes.person(slug), 'person'),
  breadcrumb: (siteUrl: string, page: SitePath): string => ids.of(siteUrl, page, 'breadcrumb'),
  of: (siteUrl: string, path: SitePath, part: string): string =>
    `${absolute(siteUrl, path)}#${part}`,
} as const;

export function reference(id: string): Reference {
  return { '@id': id };
}

/** What a page says of itself: one graph (JSON-LD 1.1) whose things name each other. */
export function graph(...things: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

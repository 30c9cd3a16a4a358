import type { SiteIdentity } from '@/lib/site/identity';
import type { Messages } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';

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
  of: (siteUrl: string, path: SitePath, part: string): string =>
    `${absolute(siteUrl, path)}#${part}`,
} as const;

export function reference(id: string): Reference {
  return { '@id': id };
}

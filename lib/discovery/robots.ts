import { absolute, routes } from '@/lib/site/routes';
import type { DocumentKind } from './documents';

/** robots.txt (RFC 9309): all may come, but for searches, and this is where the sitemaps are. */
export const robotsAt: DocumentKind = (path) => {
  if (path !== routes.robots()) return null;
  return ({ siteUrl }) => {
    const lines = [
      'User-agent: *',
      `Disallow: ${routes.search()}`,
      '',
      `Sitemap: ${absolute(siteUrl, routes.sitemap())}`,
    ];
    return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n`, modified: null };
  };
};

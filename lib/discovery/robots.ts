import type { AiCrawlerPolicy } from '@/lib/site/identity';
import { absolute, routes } from '@/lib/site/routes';
import { AI_CRAWLERS } from './aiCrawlers';
import type { DocumentKind } from './documents';

/** What nobody need crawl: answers to searches are endless, and data is not for people. */
const CLOSED = [`${routes.search()}$`, `${routes.search()}?`, '/api/', '/preview/'];

/** robots.txt (RFC 9309): who may come where, and where the sitemaps are. */
export const robotsAt: DocumentKind = (path) => {
  if (path !== routes.robots()) return null;
  return ({ reader, siteUrl }) => {
    const refused = refusedCrawlers(reader.site.aiCrawlers);
    const groups = [
      ['User-agent: *', ...CLOSED.map((closed) => `Disallow: ${closed}`)],
      ...(refused.length === 0
        ? []
        : [[...refused.map((name) => `User-agent: ${name}`), 'Disallow: /']]),
      [routes.sitemap(), routes.newsSitemap()].map((at) => `Sitemap: ${absolute(siteUrl, at)}`),
    ];
    const body = `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
    return { type: 'text/plain; charset=utf-8', body, modified: null };
  };
};

function refusedCrawlers(policy: AiCrawlerPolicy): string[] {
  if (policy === 'allow') return [];
  return AI_CRAWLERS.filter(([, purpose]) => policy === 'deny' || purpose === 'training').map(
    ([name]) => name,
  );
}

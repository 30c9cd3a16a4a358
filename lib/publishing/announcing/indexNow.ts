import { absolute, asked, routes } from '@/lib/site/routes';
import type { Announcement } from './announcement';
import type { Message } from './postWithRetries';

/** What one message may name (indexnow.org). */
const MOST = 10_000;

interface IndexNow {
  readonly key: string;
  readonly endpoint: string;
}

/** Tells search engines which articles are new, changed or gone; null where none is. */
export function indexNowMessage(
  { key, endpoint }: IndexNow,
  siteUrl: string,
  { appeared, altered, vanished }: Announcement,
): Message | null {
  const slugs = [...appeared, ...altered, ...vanished].slice(0, MOST);
  if (slugs.length === 0) return null;
  const body = JSON.stringify({
    host: new URL(siteUrl).host,
    key,
    keyLocation: absolute(siteUrl, routes.indexNowKey(key)),
    urlList: slugs.map((slug) => absolute(siteUrl, asked.article(slug))),
  });
  return { url: endpoint, type: 'application/json; charset=utf-8', body };
}

/** Whether search engines can reach a site at all, to see that the key is its own. */
export function isReachable(siteUrl: string): boolean {
  const { protocol, hostname } = new URL(siteUrl);
  const isLocal = /^(?:localhost|127\.|\[::1\]$|10\.|192\.168\.)|\.(?:local|localhost)$/.test(
    hostname,
  );
  return protocol === 'https:' && !isLocal;
}

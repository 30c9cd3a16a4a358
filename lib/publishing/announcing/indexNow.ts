import { BlockList, isIP } from 'node:net';
import { absolute, asked, routes, type SitePath } from '@/lib/site/routes';
import type { Announcement } from './announcement';
import type { Message } from './postWithRetries';

/** What one message may name (indexnow.org). */
const MOST = 10_000;

interface IndexNow {
  readonly key: string;
  readonly endpoint: string;
}

/**
 * Tells search engines which articles, profiles and pages are new, changed or gone, in as many messages as
 * that takes; none where nothing is. Lists change with their articles, and are found by the sitemaps.
 */
export function indexNowMessages(
  { key, endpoint }: IndexNow,
  siteUrl: string,
  { appeared, altered, vanished, shown }: Announcement,
): Message[] {
  const articles = [...appeared, ...altered, ...vanished].map((slug) => asked.article(slug));
  const urls = [...articles, ...otherPages(shown)].map((path) => absolute(siteUrl, path));
  return Array.from({ length: Math.ceil(urls.length / MOST) }, (_, part) => {
    const body = JSON.stringify({
      host: new URL(siteUrl).host,
      key,
      keyLocation: absolute(siteUrl, routes.indexNowKey(key)),
      urlList: urls.slice(part * MOST, (part + 1) * MOST),
    });
    return { url: endpoint, type: 'application/json; charset=utf-8', body };
  });
}

/** Profiles and static pages, as the archive names what pages show. */
const OTHER_PAGES: Readonly<Record<string, (slug: string) => SitePath>> = {
  author: asked.person,
  page: (slug) => asked.path([slug]),
};

function otherPages(shown: Announcement['shown']): SitePath[] {
  return [...shown].flatMap((thing) => {
    const [, kind = '', slug = ''] = /^(author|page):(.+)$/.exec(thing) ?? [];
    return OTHER_PAGES[kind]?.(slug) ?? [];
  });
}

/** Addresses of one machine or one house (RFC 6890 and its registries). */
const LOCAL = new BlockList();
LOCAL.addSubnet('10.0.0.0', 8);
LOCAL.addSubnet('127.0.0.0', 8);
LOCAL.addSubnet('169.254.0.0', 16);
LOCAL.addSubnet('172.16.0.0', 12);
LOCAL.addSubnet('192.168.0.0', 16);
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fc00::', 7, 'ipv6');
LOCAL.addSubnet('fe80::', 10, 'ipv6');

/** Whether search engines can reach a site at all, to see that the key is its own. */
export function isReachable(siteUrl: string): boolean {
  const { protocol, hostname } = new URL(siteUrl);
  return protocol === 'https:' && !isLocal(hostname.replace(/^\[|\]$/g, ''));
}

function isLocal(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return /^localhost$|\.(?:local|localhost)$/.test(host);
  return LOCAL.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

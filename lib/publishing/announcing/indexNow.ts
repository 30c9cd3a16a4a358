import { BlockList, isIP } from 'node:net';
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

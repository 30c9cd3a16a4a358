import type { CdnEnvironment, CdnPurge } from '@/lib/site/environment/delivery';
import { absolute, type SitePath } from '@/lib/site/routes';
import type { Message } from '../announcing/postWithRetries';

/** What of the publication is not as it was. */
export interface Changed {
  /** As the answers are tagged. */
  readonly keys: readonly string[];
  /** Addresses, as far as they are known. */
  readonly paths: readonly SitePath[];
}

type Write = (purge: CdnPurge, changed: Changed, siteUrl: string) => Message[];

/** Keys that one request may name. */
const MOST = { fastly: 256, cloudflare: 100, varnish: 150 } as const;
/** Requests of one key each, until all is purged at once; Bunny bears 20 in a row. */
const MOST_OF_BUNNY = 15;
/** Addresses of one publish that are purged one by one; what else there is in a cache is asked for in a minute. */
const MOST_PATHS = 200;

const JSON_TYPE = 'application/json';

/** Marks what it names as stale, so that it still stands in while it is fetched anew, or where that fails. */
const fastly: Write = ({ endpoints, zone, token }, { keys }) =>
  endpoints.flatMap((endpoint) =>
    parts(keys, MOST.fastly).map((some) => ({
      url: `${endpoint}/service/${zone}/purge`,
      type: JSON_TYPE,
      headers: { 'Fastly-Key': token, 'Fastly-Soft-Purge': '1', Accept: JSON_TYPE },
      body: JSON.stringify({ surrogate_keys: some }),
    })),
  );

const cloudflare: Write = ({ endpoints, zone, token }, { keys }) =>
  endpoints.flatMap((endpoint) =>
    parts(keys, MOST.cloudflare).map((tags) => ({
      url: `${endpoint}/client/v4/zones/${zone}/purge_cache`,
      type: JSON_TYPE,
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ tags }),
    })),
  );

const bunny: Write = ({ endpoints, zone, token }, { keys }) =>
  endpoints.flatMap((endpoint) => {
    const bodies =
      keys.length > MOST_OF_BUNNY ? ['{}'] : keys.map((key) => JSON.stringify({ CacheTag: key }));
    return bodies.map((body) => ({
      url: `${endpoint}/pullzone/${zone}/purgeCache`,
      type: JSON_TYPE,
      headers: { AccessKey: token },
      body,
    }));
  });

const varnish: Write = ({ endpoints }, { keys }) =>
  endpoints.flatMap((endpoint) =>
    parts(keys, MOST.varnish).map((some) => ({
      url: `${endpoint}/`,
      method: 'PURGE',
      headers: { xkey: some.join(' ') },
    })),
  );

/** Caches know an answer by the host that readers ask, too. */
const purge: Write = ({ endpoints }, { paths }, siteUrl) =>
  endpoints.flatMap((endpoint) =>
    paths.slice(0, MOST_PATHS).map((path) => ({
      url: absolute(endpoint, path),
      method: 'PURGE',
      host: new URL(siteUrl).host,
      // What is not in the cache need not be purged: as Varnish and nginx say so.
      accepts: [404, 412],
    })),
  );

const WRITERS: Readonly<Record<CdnEnvironment['kind'], Write>> = {
  fastly,
  cloudflare,
  bunny,
  varnish,
  purge,
};

/** The requests by which a cache learns of what changed. */
export function purgeMessages(cdn: CdnEnvironment, changed: Changed, siteUrl: string): Message[] {
  return cdn.purge === null ? [] : WRITERS[cdn.kind](cdn.purge, changed, siteUrl);
}

function parts<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, part) =>
    items.slice(part * most, (part + 1) * most),
  );
}

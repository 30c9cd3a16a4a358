/** Kinds of addresses, for those who count requests: few, whatever is asked for. */
export const ROUTE_KINDS = [
  'front',
  'article',
  'list',
  'person',
  'search',
  'rates',
  'page',
  'feed',
  'document',
  'media',
  'file',
  'publish',
  'status',
  'preview',
  'other',
] as const;

export type RouteKind = (typeof ROUTE_KINDS)[number];

/** By the first segment of the path. */
const BY_SEGMENT: ReadonlyMap<string, RouteKind> = new Map([
  ['articles', 'article'],
  ['sections', 'list'],
  ['countries', 'list'],
  ['topics', 'list'],
  ['archive', 'list'],
  ['corrections', 'list'],
  ['people', 'person'],
  ['search', 'search'],
  ['rates', 'rates'],
  ['sitemaps', 'document'],
  ['share', 'media'],
  ['icons', 'media'],
  ['media', 'media'],
  ['islands', 'file'],
  ['_next', 'file'],
  ['api', 'document'],
  ['status', 'status'],
  ['healthz', 'status'],
  ['readyz', 'status'],
  ['metrics', 'status'],
  ['preview', 'preview'],
]);

const FEED = /\/(?:feed\.(?:xml|json)|atom\.xml)$/;

/** The kind of an address by its form alone, whether or not there is anything at it. */
export function routeKind(target: string): RouteKind {
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  if (path === '/') return 'front';
  const slash = path.indexOf('/', 1);
  const segment = path.slice(1, slash === -1 ? undefined : slash);
  if (path.includes('.')) {
    if (FEED.test(path)) return 'feed';
    if (slash === -1) return 'document';
  }
  const kind = BY_SEGMENT.get(segment);
  if (kind === 'document' && path.startsWith('/api/')) return apiKind(path);
  // A page of the publication has one segment.
  return kind ?? (slash === -1 && segment !== '' ? 'page' : 'other');
}

function apiKind(path: string): RouteKind {
  if (path === '/api/publish') return 'publish';
  return path === '/api/publish/status' ? 'status' : 'document';
}

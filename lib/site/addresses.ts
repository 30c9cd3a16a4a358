import { CURRENCY_CODES } from './currencyCodes';
import { routes, type SitePath } from './routes';

/** What a path on this site names, whether or not it exists. */
export type Address =
  | { readonly kind: 'fixed' }
  | {
      readonly kind: 'article' | 'person' | 'section' | 'country' | 'topic' | 'page';
      readonly value: string;
    }
  /** As `YYYY-MM`. */
  | { readonly kind: 'month'; readonly value: string }
  /** As `media/NAME`. */
  | { readonly kind: 'media'; readonly value: string };

const FIXED: ReadonlySet<string> = new Set([
  routes.front(),
  routes.people(),
  routes.archive(),
  routes.corrections(),
  routes.rates(),
  routes.ratesApi(),
  ...CURRENCY_CODES.flatMap((code) => [
    routes.rate(code),
    routes.rateFile(code, 'csv'),
    routes.rateFile(code, 'json'),
  ]),
  routes.search(),
  routes.openSearch(),
  routes.feed('rss'),
  routes.feed('atom'),
  routes.feed('json'),
  routes.sitemap(),
  routes.newsSitemap(),
  routes.robots(),
  routes.status(),
]);

const NAMED = [
  ['articles', 'article'],
  ['people', 'person'],
  ['sections', 'section'],
  ['countries', 'country'],
  ['topics', 'topic'],
] as const;

/** The pages of a list after the first, and its feeds. */
const OF_LIST =
  /(?<=.)\/page\/\d+$|(?<=^\/(?:people|sections|countries|topics)\/[^/]+)\/feed\.(?:xml|json)$/;
/** The forms of an article for programs, and its history. */
const OF_ARTICLE = /(?<=^\/articles\/[^/.]+)(?:\.md|\.json|\/history)$/;

/** The page without which a path would not be there: that of a list or an article, or the path itself. */
export function mainPath(path: string): string {
  return path.replace(OF_LIST, '').replace(OF_ARTICLE, '');
}

/**
 * Reads a path back into what it names: pages and feeds of a list name the list, forms and history of an
 * article the article. Undefined for a path that no route of the site has.
 */
export function readPath(path: string): Address | undefined {
  const main = mainPath(path);
  if (FIXED.has(main)) return { kind: 'fixed' };
  const [, root = '', name, ...rest] = main.split('/');
  if (name === undefined) return { kind: 'page', value: root };
  if (root === 'media') return { kind: 'media', value: main.slice(1) };
  if (root === 'archive' && rest.length === 1) {
    return { kind: 'month', value: `${name}-${rest[0]}` };
  }
  const kind = NAMED.find(([segment]) => segment === root)?.[1];
  return kind && rest.length === 0 ? { kind, value: name } : undefined;
}

const FOLLOWED: ReadonlySet<Address['kind']> = new Set(['person', 'section', 'country', 'topic']);

/** Address of the feed of a list, where it has one of its own. */
export function feedOfList(list: SitePath): SitePath | null {
  const kind = readPath(list)?.kind;
  return kind !== undefined && FOLLOWED.has(kind) ? routes.feed('rss', list) : null;
}

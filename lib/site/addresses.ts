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
  routes.search(),
  ...CURRENCY_CODES.map(routes.rate),
]);

const NAMED = [
  ['articles', 'article'],
  ['people', 'person'],
  ['sections', 'section'],
  ['countries', 'country'],
  ['topics', 'topic'],
] as const;

/** The list that a path is a page of, or the path itself. */
export function listPath(path: string): string {
  return path.replace(/\/page\/\d+$/, '');
}

/**
 * Reads a path back into what it names; the pages of a list name the list. Undefined for a path
 * that no route of the site has.
 */
export function readPath(path: string): Address | undefined {
  const list = listPath(path);
  if (FIXED.has(list)) return { kind: 'fixed' };
  const [, root = '', name, ...rest] = list.split('/');
  if (name === undefined) return { kind: 'page', value: root };
  if (root === 'media') return { kind: 'media', value: list.slice(1) };
  if (root === 'archive' && rest.length === 1) {
    return { kind: 'month', value: `${name}-${rest[0]}` };
  }
  const kind = NAMED.find(([segment]) => segment === root)?.[1];
  const isHistory = root === 'articles' && rest.length === 1 && rest[0] === 'history';
  return kind && (rest.length === 0 || isHistory) ? { kind, value: name } : undefined;
}

const FOLLOWED: ReadonlySet<Address['kind']> = new Set(['person', 'section', 'country', 'topic']);

/** Address of the feed of a list, where it has one of its own. */
export function feedOfList(list: SitePath): SitePath | null {
  const kind = readPath(list)?.kind;
  return kind !== undefined && FOLLOWED.has(kind) ? routes.feed('rss', list) : null;
}

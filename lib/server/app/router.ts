import type { SitePath } from '@/lib/site/routes';

/** What stands in a route's `[slug]` and `[...path]`, each with its percent signs. */
export type Params = Readonly<Record<string, string | string[]>>;

export interface Match<Route> {
  readonly route: Route;
  readonly params: Params;
}

interface Branch<Route> {
  route: Route | null;
  readonly fixed: Map<string, Branch<Route>>;
  dynamic: { readonly name: string; readonly branch: Branch<Route> } | null;
  rest: { readonly name: string; readonly route: Route } | null;
}

/**
 * Finds the route of an address as Next does: at each segment, one that is spelt out comes before
 * `[slug]`, and that before `[...path]`.
 * @returns null where no route has the address
 */
export function router<Route extends { readonly segments: readonly string[] }>(
  routes: readonly Route[],
): (path: SitePath) => Match<Route> | null {
  const tree: Branch<Route> = branch();
  for (const route of routes) plant(tree, route);
  return (path) => {
    const segments = path.split('/').filter((segment) => segment !== '');
    return find(tree, segments.map(decodeURIComponent), {});
  };
}

function branch<Route>(): Branch<Route> {
  return { route: null, fixed: new Map(), dynamic: null, rest: null };
}

function plant<Route extends { readonly segments: readonly string[] }>(
  tree: Branch<Route>,
  route: Route,
): void {
  let at = tree;
  for (const segment of route.segments) {
    const [, dots, name] = /^\[(\.{3})?(\w+)\]$/.exec(segment) ?? [];
    if (name === undefined) {
      const next = at.fixed.get(segment) ?? branch();
      at.fixed.set(segment, next);
      at = next;
    } else if (dots !== undefined) {
      at.rest = { name, route };
      return;
    } else {
      at.dynamic ??= { name, branch: branch() };
      at = at.dynamic.branch;
    }
  }
  at.route = route;
}

function find<Route>(
  { route, fixed, dynamic, rest }: Branch<Route>,
  segments: readonly string[],
  params: Params,
): Match<Route> | null {
  const [segment, ...others] = segments;
  if (segment === undefined) return route && { route, params };
  const spelt = fixed.get(segment);
  const found = spelt && find(spelt, others, params);
  if (found) return found;
  const named =
    dynamic &&
    find(dynamic.branch, others, { ...params, [dynamic.name]: encodeURIComponent(segment) });
  if (named) return named;
  return (
    rest && {
      route: rest.route,
      params: { ...params, [rest.name]: segments.map(encodeURIComponent) },
    }
  );
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of app/ that answers for addresses, by the conventions of Next's App Router. */
export interface RouteFile {
  /** Folders from app/ down, as they are spelt: `articles`, `[slug]`. */
  readonly segments: readonly string[];
  /** Path of the page from the program's folder; null where a route handler answers. */
  readonly page: string | null;
  /** Paths of the layouts around it, the outermost first. */
  readonly layouts: readonly string[];
}

/** Thrown for something in app/ that would mean nothing here, though Next knows it. */
export class UnknownConventionError extends Error {
  override readonly name = 'UnknownConventionError';
}

/** Files to which Next gives a meaning that a page sent whole, by this server, does not have. */
const UNKNOWN_FILES =
  /^(?:loading|error|global-error|template|default|forbidden|unauthorized|icon|apple-icon|opengraph-image|twitter-image|sitemap|robots|manifest)\d*\.\w+$|^favicon\.ico$/;

const SEGMENT = /^(?:[\w-][\w.-]*|\[\w+\]|\[\.\.\.\w+\])$/;

/**
 * Finds the routes of a program.
 * @param root folder of the program
 * @throws UnknownConventionError for a file or folder whose meaning the server does not know
 */
export function findRoutes(root: string): RouteFile[] {
  return routesIn(root, [], []);
}

function routesIn(
  root: string,
  segments: readonly string[],
  outer: readonly string[],
): RouteFile[] {
  const folder = ['app', ...segments].join('/');
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const { name } of entries) if (UNKNOWN_FILES.test(name)) refuse(`${folder}/${name}`);
  const own = (file: string) => {
    const path = `${folder}/${file}`;
    return existsSync(join(root, path)) ? [path] : [];
  };
  const layouts = [...outer, ...own('layout.tsx')];
  const pages = [...own('page.tsx'), ...own('route.ts').map(() => null)];
  const routes = pages.map((page): RouteFile => ({ segments, page, layouts }));
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('_')) continue;
    if (!SEGMENT.test(entry.name)) refuse(`${folder}/${entry.name}/`);
    routes.push(...routesIn(root, [...segments, entry.name], layouts));
  }
  return routes;
}

function refuse(path: string): never {
  throw new UnknownConventionError(
    `${path}: the server gives this convention of the App Router no meaning; see lib/server/app/routeFiles.ts.`,
  );
}

import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { IMPORT_OUTSIDE, importsOutside } from './importsOutside.mjs';
import { pagesFile } from './pagesFile';
import { findRoutes, type RouteFile } from './routeFiles';
import { routeStyles } from './routeStyles';

interface BundleOptions {
  /** Folder of the program. */
  readonly root: string;
  /** Folder of Next's build, whose style sheets the pages have and which the bundle is put into. */
  readonly distDir: string;
  /** What the program finds in its environment when it is built; the bundle holds it. */
  readonly env: Readonly<Record<string, string>>;
}

const HERE = 'lib/server/app';

/**
 * Bundles the pages of app/ with what renders them, for the server: a CommonJS module that exports `render`, a
 * `RenderPage`. Packages are within it: Node would look for hundreds of files otherwise, with each start.
 * @throws Error for whatever in app/ the server cannot render, or cannot be bundled
 */
export async function bundlePages({ root, distDir, env }: BundleOptions): Promise<void> {
  const routes = findRoutes(root);
  const defined = { ...env, NODE_ENV: 'production' };
  await build({
    stdin: { contents: entry(routes, distDir), resolveDir: root, sourcefile: 'pages.ts' },
    outfile: pagesFile(distDir),
    absWorkingDir: root,
    bundle: true,
    external: [...OUTSIDE],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    loader: { '.css': 'empty' },
    define: Object.fromEntries(
      Object.entries(defined).map(([name, value]) => [
        `process.env.${name}`,
        JSON.stringify(value),
      ]),
    ),
    banner: { js: IMPORT_OUTSIDE },
    plugins: [frameworks(root), importsOutside],
    logLevel: 'warning',
  });
}

/** Packages with native parts, and such as few pages need. */
const OUTSIDE = ['libsql', '@parcel/watcher'] as const;

/** A module that binds each route's files together. */
function entry(routes: readonly RouteFile[], distDir: string): string {
  const files = [
    ...new Set(
      routes.flatMap(({ page, layouts }) => [...layouts, ...(page === null ? [] : [page])]),
    ),
  ];
  const sourced = (file: string) =>
    `{ file: ${JSON.stringify(file)}, module: file${files.indexOf(file)} }`;
  return [
    `import { appRenderer } from './${HERE}/appRenderer';`,
    ...files.map((file, index) => `import * as file${index} from ${JSON.stringify(`./${file}`)};`),
    'export const render = appRenderer([',
    ...routes.map((route) => {
      const page = route.page === null ? null : sourced(route.page);
      const layouts = route.layouts.map(sourced).join(', ');
      const styles = JSON.stringify(routeStyles(distDir, route));
      const segments = JSON.stringify(route.segments);
      return `  { segments: ${segments}, page: ${page}, layouts: [${layouts}], styles: ${styles} },`;
    }),
    ']);',
  ].join('\n');
}

/** Gives route files and views what stands in for Next, and for React under a server of Next's. */
function frameworks(root: string): Plugin {
  const { resolve } = createRequire(join(root, 'package.json'));
  const ours = (name: string) => join(root, HERE, name);
  const views = ['app', 'components'].map((folder) => join(root, folder, sep));
  const isView = (importer: string) => views.some((folder) => importer.startsWith(folder));
  return {
    name: 'frameworks',
    setup({ onResolve }) {
      onResolve({ filter: /^react(?:-dom)?(?:\/|$)/ }, ({ path, importer }) => ({
        path: path === 'react' && isView(importer) ? ours('react.ts') : resolve(path),
      }));
      onResolve({ filter: /^next(?:\/|$)/ }, ({ path, importer }) =>
        path === 'next/navigation'
          ? { path: ours('navigation.ts') }
          : { errors: [{ text: `${importer} needs ${path}, which the server does not have.` }] },
      );
    },
  };
}

import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { programRevision } from '../../publishing/revision';
import { exportFile, pagesFile } from './builtFiles.mjs';
import { IMPORT_OUTSIDE, importsOutside } from './importsOutside.mjs';
import { lighterPackages } from './lighterPackages';
import { findRoutes } from './routeFiles';
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
export async function bundlePages(options: BundleOptions): Promise<void> {
  const { root, distDir } = options;
  await build({
    ...settings(options),
    stdin: { contents: entry(root, distDir), resolveDir: root, sourcefile: 'pages.ts' },
    outfile: pagesFile(distDir),
    sourcemap: true,
    sourcesContent: false,
  });
}

/**
 * Bundles the command that writes the pages as files, with the pages in it. It is started for every commit: what both
 * are made of is loaded once.
 * @throws Error as `bundlePages`
 */
export async function bundleExport(options: BundleOptions): Promise<void> {
  const { root, distDir } = options;
  const common = settings(options);
  await build({
    ...common,
    entryPoints: [join(root, 'lib', 'cli', 'export', 'command.ts')],
    outfile: exportFile(distDir),
    // The command starts its own file again for each core.
    define: { ...common.define, 'import.meta.url': 'thisFile' },
    banner: {
      js: `const thisFile = require('node:url').pathToFileURL(__filename).href;\n${IMPORT_OUTSIDE}`,
    },
    plugins: [...common.plugins, builtAlready(entry(root, distDir), root)],
  });
}

/** Packages with native parts, such as few pages need, and one that starts a thread of its own files. */
const OUTSIDE = ['libsql', '@parcel/watcher', 'pino'] as const;

function settings({ root, env }: BundleOptions) {
  const defined = { ...env, NODE_ENV: 'production' };
  return {
    absWorkingDir: root,
    bundle: true,
    external: [...OUTSIDE],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    define: Object.fromEntries(
      Object.entries(defined).map(([name, value]) => [
        `process.env.${name}`,
        JSON.stringify(value),
      ]),
    ),
    banner: { js: IMPORT_OUTSIDE },
    plugins: [frameworks(root), lighterPackages, importsOutside],
    logLevel: 'warning',
  } satisfies BuildOptions;
}

/** A module that binds each route's files together. */
function entry(root: string, distDir: string): string {
  const routes = findRoutes(root);
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

/** What an export finds within its bundle, in place of modules that would look for it in the build. */
function builtAlready(pages: string, root: string): Plugin {
  const stead: Readonly<Record<string, string>> = {
    'server/app/builtPages.ts': `${pages}\nexport const builtPages = () => render;`,
    // `writeReadStyles` has read those that there are; the parsers take a tenth of the start.
    // Nobody builds it without the sources that it names.
    'publishing/revision.ts': `export const programRevision = () => ${JSON.stringify(programRevision(root))};`,
    'server/finish/readStyleSheet.ts':
      'export function readStyleSheet() { throw new Error("The build has not read this style sheet; build the site anew."); }',
  };
  return {
    name: 'built already',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]lib[\\/]/ }, ({ path }) => {
        const name = relative(join(root, 'lib'), path).replaceAll(sep, '/');
        const contents = stead[name];
        return contents === undefined ? null : { contents, resolveDir: root };
      });
    },
  };
}

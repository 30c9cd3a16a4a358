import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { IMPORT_OUTSIDE, importsOutside } from './importsOutside.mjs';
import { lighterPackages } from './lighterPackages';

export interface BundleOptions {
  /** Folder of the program. */
  readonly root: string;
  /** Folder of Next's build, whose style sheets the pages have and which the bundle is put into. */
  readonly distDir: string;
  /** What the program finds in its environment when it is built; the bundle holds it. */
  readonly env: Readonly<Record<string, string>>;
}

/** Packages with native parts, such as few pages need, and one that starts a thread of its own files. */
const OUTSIDE = ['libsql', '@parcel/watcher', 'pino'] as const;

/** How whatever holds the pages of app/ is bundled. */
export function bundleSettings({ root, env }: BundleOptions) {
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

/** Gives route files and views what stands in for Next, and for React under a server of Next's. */
function frameworks(root: string): Plugin {
  const { resolve } = createRequire(join(root, 'package.json'));
  const ours = (name: string) => join(root, 'lib', 'server', 'app', name);
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

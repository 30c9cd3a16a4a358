import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { programRevision } from '../../publishing/revision';
import { exportFile } from './builtFiles.mjs';
import { type BundleOptions, bundleSettings } from './bundleSettings';
import { IMPORT_OUTSIDE } from './importsOutside.mjs';
import { pagesEntry } from './pagesEntry';

/**
 * Bundles the command that writes the pages as files, with the pages in it. It is started for every commit: what both
 * are made of is loaded once.
 * @throws Error as `bundlePages`
 */
export async function bundleExport(options: BundleOptions): Promise<void> {
  const { root, distDir } = options;
  const common = bundleSettings(options);
  await build({
    ...common,
    entryPoints: [join(root, 'lib', 'cli', 'export', 'command.ts')],
    outfile: exportFile(distDir),
    // The command starts its own file again for each core.
    define: { ...common.define, 'import.meta.url': 'thisFile' },
    banner: {
      js: `const thisFile = require('node:url').pathToFileURL(__filename).href;\n${IMPORT_OUTSIDE}`,
    },
    plugins: [...common.plugins, builtAlready(pagesEntry(root, distDir), root)],
  });
}

/** What an export finds within its bundle, in place of modules that would look for it in the build. */
function builtAlready(pages: string, root: string): Plugin {
  const stead: Readonly<Record<string, string>> = {
    'server/app/builtPages.ts': `${pages}\nexport const builtPages = () => render;`,
    // Nobody builds it without the sources that it names.
    'publishing/revision.ts': `export const programRevision = () => ${JSON.stringify(programRevision(root))};`,
    // `writeReadStyles` reads those that there are.
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

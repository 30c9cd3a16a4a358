import { build } from 'esbuild';
import { pagesFile } from './builtFiles.mjs';
import { type BundleOptions, bundleSettings } from './bundleSettings';
import { pagesEntry } from './pagesEntry';

/**
 * Bundles the pages of app/ with what renders them, for the server: a CommonJS module that exports `render`, a
 * `RenderPage`. Packages are within it: Node would look for hundreds of files otherwise, with each start.
 * @throws Error for whatever in app/ the server cannot render, or cannot be bundled
 */
export async function bundlePages(options: BundleOptions): Promise<void> {
  const { root, distDir } = options;
  await build({
    ...bundleSettings(options),
    stdin: { contents: pagesEntry(root, distDir), resolveDir: root, sourcefile: 'pages.ts' },
    outfile: pagesFile(distDir),
    sourcemap: true,
    sourcesContent: false,
  });
}

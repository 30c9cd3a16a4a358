import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RenderPage } from './appRenderer';
import { pagesFile } from './builtFiles.mjs';

/**
 * Loads the pages of a built site.
 * @param root folder of the built site
 * @throws Error where there are none, or where a route file says what the server cannot do
 */
export function builtPages(root: string): RenderPage {
  const file = pagesFile(join(root, '.next'));
  const { render }: { readonly render?: unknown } = createRequire(file)(file);
  if (typeof render !== 'function') throw new Error(`${file} holds no pages; build the site anew.`);
  // The bundle's own entry says so (bundlePages.ts).
  return render as RenderPage;
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderPage } from './appRenderer';
import { pagesFile } from './pagesFile';

/**
 * Loads the pages of a built site.
 * @param root folder of the built site
 * @throws Error where there are none, or where a route file says what the server cannot do
 */
export async function builtPages(root: string): Promise<RenderPage> {
  const file = pagesFile(join(root, '.next'));
  const { render }: { readonly render?: unknown } = await import(pathToFileURL(file).href);
  if (typeof render !== 'function') throw new Error(`${file} holds no pages; build the site anew.`);
  // The bundle's own entry says so (bundlePages.ts).
  return render as RenderPage;
}

import { join } from 'node:path';

/**
 * Where a build has the bundled pages.
 * @param {string} distDir folder of Next's build
 */
export function pagesFile(distDir) {
  return join(distDir, 'saxaul', 'pages.cjs');
}

/**
 * Where a build has the command that writes the pages as files, with these in it.
 * @param {string} distDir folder of Next's build
 */
export function exportFile(distDir) {
  return join(distDir, 'saxaul', 'export.cjs');
}

import { join } from 'node:path';

/**
 * Where a build has the bundled pages.
 * @param distDir folder of Next's build
 */
export function pagesFile(distDir: string): string {
  return join(distDir, 'saxaul', 'pages.cjs');
}

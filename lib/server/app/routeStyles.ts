import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as z from 'zod';
import { FRAMEWORK } from '../finish/buildAddress';
import type { RouteFile } from './routeFiles';

/** What Next's build notes beside a page: which style sheets each of its source files needs. */
const MANIFEST = z.record(
  z.string(),
  z.object({
    entryCSSFiles: z.record(z.string(), z.array(z.object({ path: z.string() }))),
  }),
);

/**
 * The addresses of the style sheets that a page links to under Next, in their order.
 * @param distDir folder of Next's build
 * @throws Error where the build has another form than that of the Next this was written for
 */
export function routeStyles(distDir: string, { segments, page, layouts }: RouteFile): string[] {
  if (page === null) return [];
  const path = join(distDir, 'server', 'app', ...segments, 'page_client-reference-manifest.js');
  const context: { __RSC_MANIFEST?: unknown } = {};
  runInNewContext(readFileSync(path, 'utf8'), context);
  const manifest = MANIFEST.parse(context.__RSC_MANIFEST);
  const own = manifest[`/${[...segments, 'page'].join('/')}`];
  if (own === undefined) throw new Error(`${path} does not say what the page needs.`);
  const sheets = [...layouts, page].flatMap(
    (file) => own.entryCSSFiles[`[project]/${file.replace(/\.tsx$/, '')}`] ?? [],
  );
  return [...new Set(sheets.map((sheet) => FRAMEWORK + sheet.path))];
}

import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SitePath } from '@/lib/site/routes';

/** Addresses of all files in a folder that is served as it is; what the build adds is in it. */
export function listFiles(folder: string): ReadonlyMap<SitePath, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry): [SitePath, string] => {
      const path = join(entry.parentPath, entry.name);
      const segments = path.slice(folder.length + 1).split(sep);
      return [`/${segments.map(encodeURIComponent).join('/')}`, path];
    });
  return new Map(entries);
}

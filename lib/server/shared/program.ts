import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@/lib/site/environment';

/** All that decides how a page comes out. */
const SOURCES = ['app', 'components', 'lib', 'next.config.ts', 'package-lock.json'] as const;

/**
 * Names the program together with those of its settings that pages and documents show. The name of
 * a build would differ between machines that built the same.
 * @param root folder of the program
 */
export function programName(root: string, { siteUrl, announcing }: Environment): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) add(hash, join(/* turbopackIgnore: true */ root, source));
  const { hub, indexNow } = announcing;
  // Another version of Node's may compress otherwise, and pages say their weight.
  hash.update(JSON.stringify([process.versions.node, siteUrl, hub, indexNow?.key ?? null]));
  return hash.digest('base64url').slice(0, 16);
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) add(hash, join(path, name));
  } else hash.update(readFileSync(path));
}

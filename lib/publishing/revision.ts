import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a file of the publication is read, and what the archive makes of it. */
const READERS = ['lib/archive', 'lib/content', 'lib/images', 'lib/site', 'package-lock.json'];

/**
 * Names the program by its sources: an archive that other sources made may hold something else
 * for the same content.
 * @param root folder of the program
 */
export function programRevision(root: string): string {
  const hash = createHash('sha256');
  for (const reader of READERS) addTo(hash, join(/* turbopackIgnore: true */ root, reader));
  return hash.digest('hex').slice(0, 32);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else hash.update(readFileSync(path));
}

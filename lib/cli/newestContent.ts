import { join } from 'node:path';
import { Publication } from '@/lib/publishing/publication';
import type { Environment } from '@/lib/site/environment';

/**
 * The newest content, published or not, in an archive of the command line's own beside the
 * server's: only what changed since the last command is read.
 * @throws ContentUnreachableError where it cannot be had
 */
export async function newestContent(environment: Environment): Promise<Publication> {
  const dataDir = join(environment.dataDir, 'commands');
  const publication = Publication.open({ ...environment, dataDir });
  await publication.sync();
  return publication;
}

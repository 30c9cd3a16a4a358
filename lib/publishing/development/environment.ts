import { join } from 'node:path';
import type { Environment } from '@/lib/site/environment';

/**
 * Where a publication is looked at while it is written: the folder of the editor, whatever a server
 * may publish, and data of its own, since an archive with drafts in its lists must never be the
 * public one.
 */
export function developmentEnvironment(environment: Environment): Environment {
  const { dataDir, publishing } = environment;
  return {
    ...environment,
    dataDir: join(dataDir, 'development'),
    publishing: { ...publishing, repository: null },
  };
}

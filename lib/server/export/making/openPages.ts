import { documentFor } from '@/lib/publishing/documents';
import type { Publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { styleReader } from '../../finish/styleFiles';
import type { Answer } from '../../pages/answer';
import { pageMaker } from '../../rendering/pageMaker';
import { pageOfFile } from './pageOfFile';

/**
 * What makes the pages and documents of an export: what the server has, but for what is said in `pageOfFile`.
 * @param root folder of the built site
 */
export async function openPages(
  publication: Publication,
  root: string,
): Promise<(path: SitePath) => Promise<Answer>> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root });
  await app.prepare();
  return pageMaker({
    handle: app.getRequestHandler(),
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path),
    adapt: pageOfFile,
  });
}

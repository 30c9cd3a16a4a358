import { documentFor } from '@/lib/publishing/documents';
import type { Publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { builtPages } from '../../app/builtPages';
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
  return pageMaker({
    renderPage: await builtPages(root),
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path),
    adapt: pageOfFile,
  });
}

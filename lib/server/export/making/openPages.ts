import { documentFor } from '@/lib/publishing/documents';
import type { SitePath } from '@/lib/site/routes';
import type { RenderPage } from '../../app/appRenderer';
import { builtPages } from '../../app/builtPages';
import { styleReader } from '../../finish/styleFiles';
import type { Answer } from '../../pages/answer';
import { pageMaker } from '../../rendering/pageMaker';
import { madeBodies } from './madeBodies';
import { madeItems } from './madeItems';
import type { MakerSetup, Opened } from './maker';
import { pageOfFile } from './pageOfFile';

/** What makes the pages and documents of an export: what the server has, but for what is said in `pageOfFile`. */
export function openPages(
  { publication, manifest }: Opened,
  { root, folder }: Pick<MakerSetup, 'root' | 'folder'>,
): (path: SitePath) => Promise<Answer> {
  // Loaded where the first page is wanted: what changed may be feeds alone.
  let pages: RenderPage | undefined;
  const atHand = { bodyAtHand: madeBodies(folder, manifest), itemAtHand: madeItems() };
  return pageMaker({
    renderPage: (path) => {
      pages ??= builtPages(root);
      return pages(path);
    },
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path, atHand),
    adapt: pageOfFile,
  });
}

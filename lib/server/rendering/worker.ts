import { documentFor } from '@/lib/publishing/documents';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { builtPages } from '../app/builtPages';
import { styleReader } from '../finish/styleFiles';
import type { Answer } from '../pages/answer';
import type { Inside } from '../workshops/inside';
import { takeOrders } from '../workshops/takeOrders';
import { pageMaker } from './pageMaker';

export interface RenderingSetup {
  readonly work: 'rendering';
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
}

/** A page to make, or the news that something was published. */
export type RenderingOrder = { readonly path: SitePath } | 'published';

/** Renders what the thread that serves orders; runs in a thread of its own. */
export async function renderOrders(
  inside: Inside,
  { root, environment }: RenderingSetup,
): Promise<void> {
  const publication = Publication.open(environment);
  sharePublication(publication);
  const make = pageMaker({
    renderPage: await builtPages(root),
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path),
  });
  takeOrders(inside, async (order: RenderingOrder): Promise<Answer> => {
    if (order !== 'published') return make(order.path);
    publication.takeOver();
    return { kind: 'missing' };
  });
}

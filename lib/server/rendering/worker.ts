import { setTimeout as sleep } from 'node:timers/promises';
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

/** Milliseconds between two looks for an archive that is being made. */
const LOOK = 50;

/** A thread that is started again may find the archive damaged or gone, and must not make another. */
async function wholePublication(environment: Environment): Promise<Publication> {
  for (;;) {
    const publication = Publication.beside(environment);
    if (publication !== null) return publication;
    await sleep(LOOK);
  }
}

/** Renders what the thread that serves orders; runs in a thread of its own. */
export async function renderOrders(
  inside: Inside,
  { root, environment }: RenderingSetup,
): Promise<void> {
  const publication = await wholePublication(environment);
  sharePublication(publication);
  const make = pageMaker({
    renderPage: await builtPages(root),
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path),
  });
  takeOrders(inside, async (order: RenderingOrder): Promise<Answer> => {
    if (order !== 'published') {
      const answer = await make(order.path);
      const isOfArchive = answer.kind === 'fault' && publication.archive.isDamaged;
      return isOfArchive ? { kind: 'fault', cause: 'archive' } : answer;
    }
    publication.takeOver();
    return { kind: 'missing' };
  });
}

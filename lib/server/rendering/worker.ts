import { setTimeout as sleep } from 'node:timers/promises';
import { documentFor } from '@/lib/publishing/documents';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import { type ServerState, shareServerState } from '@/lib/publishing/serverState';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { isDamage } from '@/lib/sqlite/connection';
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

/** A page to make, with the state of the process where it shows that; or the news that something was published. */
export type RenderingOrder =
  | { readonly path: SitePath; readonly state?: ServerState }
  | 'published';

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
    renderPage: builtPages(root),
    readStyles: styleReader(root),
    makeDocument: (path) => documentFor(publication, path),
  });
  takeOrders(inside, async (order: RenderingOrder): Promise<Answer> => {
    if (order !== 'published') {
      const before = commitOf(publication);
      if (order.state !== undefined) shareServerState(order.state);
      const answer = await make(order.path);
      if (answer.kind === 'page' || answer.kind === 'document') {
        return { ...answer, madeOf: before === commitOf(publication) ? before : null };
      }
      const isOfArchive = answer.kind === 'fault' && publication.archive.isDamaged;
      return isOfArchive ? { kind: 'fault', cause: 'archive' } : answer;
    }
    publication.takeOver();
    return { kind: 'missing' };
  });
}

function commitOf(publication: Publication): string | null {
  try {
    return publication.commit;
  } catch (error) {
    // What is made of a damaged archive is a fault, which says so itself.
    if (isDamage(error)) return null;
    throw error;
  }
}

import { Publication } from '@/lib/publishing/publication';
import { type PublishReport, publish, restore } from '@/lib/publishing/publish';
import type { Environment } from '@/lib/site/environment';
import type { Inside } from '../workshops/inside';
import { takeOrders } from '../workshops/takeOrders';

export interface PublishingSetup {
  readonly work: 'publishing';
  readonly environment: Environment;
}

/** `restore` publishes too, into an archive that is made anew. */
export type PublishingOrder = 'publish' | 'restore' | 'tidy';

/** What came of an order to publish. */
export type Outcome =
  | { readonly ok: true; readonly report: PublishReport }
  | { readonly ok: false; readonly reason: string };

/** Publishes when the thread that serves says so; runs in a process of its own. */
export async function publishOrders(
  inside: Inside,
  { environment }: PublishingSetup,
): Promise<void> {
  const publication = Publication.open(environment);
  takeOrders(inside, async (order: PublishingOrder): Promise<Outcome> => {
    try {
      if (order === 'restore') return { ok: true, report: await restore(publication) };
      if (order === 'publish') return { ok: true, report: await publish(publication) };
      publication.tidy();
      return { ok: false, reason: 'Nothing was published.' };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
  });
}

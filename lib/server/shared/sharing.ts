import type { Publication } from '@/lib/publishing/publication';
import { editionOf } from './edition';
import { programName } from './program';
import { PublishEvents } from './publishEvents';
import { SharedPages } from './sharedPages';
import { type SharedState, SharedStore } from './store';

interface SharingOptions {
  /** Folder of the program. */
  readonly root: string;
  readonly publication: Publication;
  /** Has the newest content looked for. */
  readonly look: () => void;
}

/** What this instance shares with others. */
export interface Sharing {
  readonly store: SharedStore;
  readonly pages: SharedPages;
  readonly events: PublishEvents;
  /** For anybody: nothing of where the server is. */
  readonly state: () => Pick<SharedState, 'state' | 'since'> & {
    readonly pages: SharedPages['counts'];
  };
  readonly start: () => void;
  readonly stop: () => void;
}

/** Null where nothing is to be shared. */
export async function openSharing({
  root,
  publication,
  look,
}: SharingOptions): Promise<Sharing | null> {
  const { environment } = publication;
  if (environment.cache === null) return null;
  const store = await SharedStore.open({
    cache: environment.cache,
    namespace: new URL(environment.siteUrl).host,
  });
  const edition = editionOf(publication, programName(root, environment));
  const pages = new SharedPages({ store, edition });
  const commit = (): string | null => publication.commit;
  const events = new PublishEvents({ store, commit, look });
  return {
    store,
    pages,
    events,
    state: () => {
      const { state, since } = store.state;
      return { state, since, pages: pages.counts };
    },
    start: () => {
      events.start();
      store.start();
    },
    stop: () => {
      events.stop();
      store.stop();
    },
  };
}

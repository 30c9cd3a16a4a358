import { subscribe } from '@parcel/watcher';
import { log } from '@/lib/log/log';
import { onceInProcess } from '@/lib/site/onceInProcess';
import { publication } from '../publication';

type Listener = () => void;

/** Milliseconds; an editor's program writes a file in several steps. */
const SETTLE = 40;

/** Tells whoever listens when the content folder has changed and the change is taken in. */
class ChangeFeed {
  readonly #listeners = new Set<Listener>();
  #settling: NodeJS.Timeout | undefined;

  static async start(): Promise<ChangeFeed> {
    const feed = new ChangeFeed();
    const { environment } = await publication();
    await subscribe(environment.contentDir, (error) => {
      if (error) log.error(`Watching ${environment.contentDir}: ${error.message}`);
      feed.#settle();
    });
    return feed;
  }

  /** @returns what ends the listening */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #settle(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#tell().catch((error: unknown) => log.error('The content cannot be read', { error }));
    }, SETTLE);
  }

  async #tell(): Promise<void> {
    await (await publication()).sync();
    for (const listener of this.#listeners) listener();
  }
}

/** The process's feed of changes; started on first use. */
export function changeFeed(): Promise<ChangeFeed> {
  return onceInProcess('changeFeed', () => ChangeFeed.start());
}

import { realpathSync } from 'node:fs';
import watcher from '@parcel/watcher';

/** Saving one file is several changes of the folder. */
const SETTLED_MILLISECONDS = 100;

/**
 * Does a piece of work now and after every change below a folder, never twice at once, until the
 * process is asked to end.
 * @param folder absolute path
 */
export async function watchFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const turns = new Turns(work);
  const subscription = await watcher.subscribe(realpathSync(folder), (error) => {
    if (error) console.error(error.message);
    turns.ask();
  });
  await turns.now();
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await subscription.unsubscribe();
  await turns.end();
}

/** Gathers wishes for the same work: those of a moment, and those made while it is being done. */
class Turns {
  readonly #work: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), SETTLED_MILLISECONDS);
  }

  now(): Promise<void> {
    this.#running = this.#running.then(this.#work);
    return this.#running;
  }

  end(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#running;
  }
}

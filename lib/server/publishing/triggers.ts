import { type AsyncSubscription, subscribe } from '@parcel/watcher';
import { log } from '@/lib/log/log';
import type { Environment } from '@/lib/site/environment';

/** Milliseconds; an editor's program writes a file in several steps. */
const SETTLE = 40;

/** What makes a site look for changes by itself: a clock, and the folder of the content. */
export class TriggerSet {
  readonly #environment: Environment;
  readonly #trigger: () => void;
  #poll: NodeJS.Timeout | undefined;
  #settling: NodeJS.Timeout | undefined;
  #subscription: AsyncSubscription | null = null;

  constructor(environment: Environment, trigger: () => void) {
    this.#environment = environment;
    this.#trigger = trigger;
  }

  async start(): Promise<void> {
    const { contentDir, publishing } = this.#environment;
    if (publishing.poll !== null) {
      this.#poll = setInterval(this.#trigger, publishing.poll);
      this.#poll.unref();
    }
    if (publishing.repository !== null) return;
    try {
      this.#subscription = await subscribe(contentDir, (error) => {
        // Events may have been lost, so that what there is now is looked at.
        if (error) log.error(`Watching ${contentDir}: ${error.message}`);
        this.#settle();
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(
        `${contentDir} cannot be watched (${reason}); PUBLISH_POLL looks at it now and then.`,
      );
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#poll);
    clearTimeout(this.#settling);
    await this.#subscription?.unsubscribe();
  }

  #settle(): void {
    // Not put off by what comes meanwhile: a long copying would keep it off for as long.
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#trigger();
    }, SETTLE);
  }
}

import type { Environment } from '@/lib/site/environment';
import { openProcess } from '../workshops/premises';
import { Workshop } from '../workshops/workshop';
import type { Outcome, PublishingOrder, PublishingSetup } from './worker';

/** Milliseconds for one run; the first may fetch and read years. */
const PATIENCE = 30 * 60_000;

interface PublishingProcessOptions {
  /** Bundled program that runs `work` when it is started in a workshop. */
  readonly program: string;
  readonly environment: Environment;
}

/** The process that gets and reads new content, so that readers never wait for it. */
export class PublishingProcess {
  readonly #workshop: Workshop<PublishingOrder, Outcome>;

  private constructor(workshop: Workshop<PublishingOrder, Outcome>) {
    this.#workshop = workshop;
  }

  /** @throws Error where the process ends before it is ready */
  static async start({
    program,
    environment,
  }: PublishingProcessOptions): Promise<PublishingProcess> {
    const setup: PublishingSetup = { work: 'publishing', environment };
    const workshop = await Workshop.open<PublishingOrder, Outcome>({
      name: 'publishing process',
      open: openProcess,
      program,
      setup,
      patience: PATIENCE,
      describe: (order) => order,
      lost: () => ({ ok: false, reason: 'The publishing process ended before it was done.' }),
    });
    return new PublishingProcess(workshop);
  }

  /** Never rejects. */
  publish(): Promise<Outcome> {
    return this.#workshop.ask('publish');
  }

  /** Publishes into an archive that is made anew. Never rejects. */
  restore(): Promise<Outcome> {
    return this.#workshop.ask('restore');
  }

  /** Has what is needed no more deleted, when nothing else is to be done. */
  tidy(): void {
    this.#workshop.tell('tidy');
  }

  stop(): Promise<void> {
    return this.#workshop.stop();
  }
}

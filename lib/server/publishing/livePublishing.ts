import type { PublicChanges } from '@/lib/archive/sync/footprint';
import { log } from '@/lib/log/log';
import type { Announce } from '@/lib/publishing/announcing/announcement';
import type { Publication } from '@/lib/publishing/publication';
import type { PublishReport } from '@/lib/publishing/publish';
import type { Change } from '@/lib/publishing/purging/purger';
import type { Shown } from '@/lib/publishing/shown';
import { asked, type SitePath } from '@/lib/site/routes';
import { isDamage } from '@/lib/sqlite/connection';
import type { PageCache } from '../pages/pageCache';
import type { RenderingPool } from '../rendering/renderingPool';
import { ArchiveKeeper } from './archiveKeeper';
import { ClockWatch } from './clockWatch';
import type { PublishingProcess } from './publishingProcess';
import { describeFailure, describeReceipt, type Receipt } from './receipt';
import { TriggerSet } from './triggers';

/** Pages that are made anew before a reader asks; those that were read most. */
const MOST_READ = 24;
/** Milliseconds after which content that could not be had is asked for again; the last for ever. */
const RETRIES = [2_000, 10_000, 60_000, 300_000] as const;
/** Milliseconds without anything to publish, after which is tidied up. */
const QUIET = 15 * 60_000;

interface LivePublishingOptions {
  readonly publication: Publication;
  readonly pages: PageCache;
  readonly publishing: Pick<PublishingProcess, 'publish' | 'restore' | 'tidy'>;
  readonly rendering: Pick<RenderingPool, 'announce'>;
  /** Told when readers get what is new. */
  readonly announce: Announce;
  /** Told how each run ended. */
  readonly onRun?: (outcome: RunOutcome) => void;
  /** Told what is published after each look, whether or not it found anything. */
  readonly onLooked?: (commit: string | null) => void;
  /** Has the cache in front give up what readers see otherwise. */
  readonly purge?: (change: Change) => void;
}

/** How a run of publishing ended. */
export type RunOutcome =
  | { readonly kind: 'published'; readonly receipt: Receipt }
  | { readonly kind: 'unchanged' | 'failed' };

/** What is not as it was, by time or by a publish. */
type Changes = Pick<PublishReport, 'appeared' | 'altered' | 'vanished'> & {
  readonly shown: Iterable<Shown>;
};

/** What became of a wish to publish: work began, or goes on and takes it in. */
export type Taken = 'started' | 'folded';

/** Publishes what editors change while the site is running, one run at a time. */
export class LivePublishing {
  readonly #options: LivePublishingOptions;
  readonly #clock: ClockWatch;
  readonly #triggers: TriggerSet;
  readonly archive: ArchiveKeeper;
  #isWorking = false;
  /** When the first of the wishes came that no run has taken up yet; milliseconds since 1970. */
  #wished: number | null = null;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #tidying: NodeJS.Timeout | undefined;
  #last: Receipt | null = null;
  #failure: string | null = null;
  #run = 0;
  /** Told whether the archive could be made anew; there are some while it is damaged or gone. */
  #awaitingArchive: ((isMended: boolean) => void)[] = [];
  #needsArchive = false;
  #fault = '';

  constructor(options: LivePublishingOptions) {
    this.#options = options;
    const { publication } = options;
    this.#clock = new ClockWatch({
      publication,
      onChange: (changes) => this.#takeTime(changes),
      onFault: (error) => this.#takeFault(error),
    });
    this.archive = new ArchiveKeeper({
      archive: publication.archive,
      isBusy: () => this.#isWorking,
      restore: () => this.#restore(),
    });
    this.#triggers = new TriggerSet(publication.environment, () => this.request());
  }

  /** Publishes by itself from now on: what is due, and what is changed. */
  async start(): Promise<void> {
    this.#clock.start();
    this.archive.start();
    await this.#triggers.start();
  }

  /** Publishes as soon as possible; never waits. */
  request(): Taken {
    this.#wished ??= Date.now();
    if (this.#isWorking) return 'folded';
    clearTimeout(this.#retry);
    this.#isWorking = true;
    this.#work().finally(() => {
      this.#isWorking = false;
    });
    return 'started';
  }

  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** What the last run did; null where none has been needed. */
  get last(): Receipt | null {
    return this.#last;
  }

  /** Why the newest content is not published; null where it is. */
  get failure(): string | null {
    return this.#failure;
  }

  /** When something appears by its date next; milliseconds since 1970. */
  get nextMoment(): number | null {
    return this.#clock.next;
  }

  async stop(): Promise<void> {
    this.#clock.stop();
    this.archive.stop();
    clearTimeout(this.#retry);
    clearTimeout(this.#tidying);
    await this.#triggers.stop();
  }

  #restore(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#needsArchive = true;
      this.#awaitingArchive.push(resolve);
      this.request();
    });
  }

  async #work(): Promise<void> {
    const { publishing } = this.#options;
    for (let wished = this.#wished; wished !== null; wished = this.#wished) {
      this.#wished = null;
      const waiting = this.#awaitingArchive.splice(0);
      const outcome = await (this.#needsArchive ? publishing.restore() : publishing.publish());
      if (outcome.ok) {
        if (outcome.report.isAnew) this.#needsArchive = false;
        this.#take(outcome.report, wished);
      } else this.#fail(outcome.reason);
      for (const tell of waiting) tell(outcome.ok);
    }
    clearTimeout(this.#tidying);
    this.#tidying = setTimeout(() => this.#options.publishing.tidy(), QUIET);
    this.#tidying.unref();
  }

  #take(report: PublishReport, wished: number): void {
    const { publication, pages, rendering } = this.#options;
    this.#failures = 0;
    this.#failure = null;
    rendering.announce();
    publication.takeOver();
    const dropped = pages.drop(report.shown);
    pages.forget(report.vanished.map(asked.article));
    this.#clock.replan(report.at);
    this.#options.onLooked?.(report.commit);
    if (report.isAnew) {
      // Everything counts as added; to nobody outside is any of it news.
      log.info(`The archive was made anew in ${Math.round(report.milliseconds)} ms.`);
      this.#renew(dropped);
      return;
    }
    const { added, changed, removed } = report.files;
    if (added + changed + removed === 0) {
      this.#options.onRun?.({ kind: 'unchanged' });
      return;
    }
    this.#last = { report, pages: dropped.length, received: wished, live: Date.now() };
    log.info(describeReceipt(this.#last));
    this.#options.onRun?.({ kind: 'published', receipt: this.#last });
    this.#options.announce({ ...report, shown: new Set(report.shown) });
    this.#purge(report, dropped);
    this.#renew(dropped);
  }

  #takeFault(error: unknown): void {
    if (isDamage(error)) {
      this.archive.mend();
      return;
    }
    const fault = error instanceof Error ? error.message : String(error);
    // It is met four times a second.
    if (fault !== this.#fault) log.error('What is due by its date cannot be looked for', { error });
    this.#fault = fault;
  }

  #takeTime(changes: PublicChanges): void {
    const { shown, appeared, vanished } = changes;
    const dropped = this.#options.pages.drop(shown);
    this.#options.pages.forget(vanished.map(asked.article));
    if (appeared.length > 0) log.info(`Appeared by their dates: ${appeared.join(', ')}.`);
    this.#options.announce(changes);
    this.#purge(changes, dropped);
    this.#renew(dropped);
  }

  #purge(changes: Changes, dropped: readonly SitePath[]): void {
    const { appeared, altered, vanished, shown } = changes;
    const articles = [...appeared, ...altered, ...vanished].map((slug) => asked.article(slug));
    this.#options.purge?.({ shown, paths: [...new Set([...dropped, ...articles])] });
  }

  #fail(reason: string): void {
    this.#failure = reason;
    log.error(describeFailure(reason));
    this.#options.onRun?.({ kind: 'failed' });
    const pause = RETRIES[Math.min(this.#failures, RETRIES.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => this.request(), pause);
    this.#retry.unref();
  }

  /** One after the other, so that pages that readers ask for come between. */
  async #renew(dropped: readonly SitePath[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    for (const path of dropped.slice(0, MOST_READ)) {
      if (run !== this.#run) return;
      await this.#options.pages.prepare(path);
    }
  }
}

import { log } from '@/lib/log/log';
import type { RefreshReport } from './refresh';

/** Share of the interval by which each wait is longer or shorter, so that newsrooms spread. */
const JITTER = 0.2;

export interface RefreshJobOptions {
  readonly run: () => Promise<RefreshReport>;
  /** Milliseconds between the end of a run and the beginning of the next, about. */
  readonly interval: number;
  readonly onReport: (report: RefreshReport) => void;
  /** A number from 0 up to 1. */
  readonly random?: () => number;
}

/** Refreshes the rates again and again, one run at a time, beside whatever else is going on. */
export class RefreshJob {
  readonly #options: RefreshJobOptions;
  #underWay: Promise<RefreshReport> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: RefreshJobOptions) {
    this.#options = options;
  }

  /** Begins with a run; also after a stop. */
  start(): void {
    this.#isStopped = false;
    this.run()
      .catch((error: unknown) => {
        // A fault of the program: the next run may meet it again, but readers must not.
        log.error('Rates could not be refreshed', { error });
      })
      .finally(() => this.#wait());
  }

  /** Runs now; who calls while a run is under way waits for that one. */
  run(): Promise<RefreshReport> {
    this.#underWay ??= this.#options
      .run()
      .then((report) => {
        this.#options.onReport(report);
        return report;
      })
      .finally(() => {
        this.#underWay = undefined;
      });
    return this.#underWay;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    const { interval, random = Math.random } = this.#options;
    const pause = interval * (1 - JITTER + 2 * JITTER * random());
    this.#timer = setTimeout(() => this.start(), pause);
    this.#timer.unref();
  }
}

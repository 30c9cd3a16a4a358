import type { SitePath } from '@/lib/site/routes';
import type { Answer, MakeAnswer, Wanted } from '../pages/answer';

/** One for each rendering thread; more at once would only make each wait longer. */
const AT_ONCE = 2;

interface Job {
  readonly path: SitePath;
  readonly wanted: Wanted;
  readonly resolve: (answer: Answer) => void;
}

/**
 * The pages that are to be made. Those that readers wait for come first, in their order; the
 * others, one at a time, when nobody waits.
 */
export class RenderQueue {
  readonly #render: (path: SitePath) => Promise<Answer>;
  readonly #jobs = new Set<Job>();
  #underWay = 0;

  /** @param render never rejects */
  constructor(render: (path: SitePath) => Promise<Answer>) {
    this.#render = render;
  }

  readonly make: MakeAnswer = (path, wanted) =>
    new Promise((resolve) => {
      this.#jobs.add({ path, wanted, resolve });
      this.#begin();
    });

  /** Number of pages that wait or are being made. */
  get length(): number {
    return this.#jobs.size + this.#underWay;
  }

  #begin(): void {
    while (this.#underWay < AT_ONCE) {
      const job = this.#next();
      if (job === undefined) return;
      this.#jobs.delete(job);
      this.#underWay += 1;
      job.wanted.isBegun = true;
      this.#render(job.path).then((answer) => {
        this.#underWay -= 1;
        job.resolve(answer);
        this.#begin();
      });
    }
  }

  #next(): Job | undefined {
    for (const job of this.#jobs) if (job.wanted.isAwaited) return job;
    const [first] = this.#jobs;
    return this.#underWay === 0 ? first : undefined;
  }
}

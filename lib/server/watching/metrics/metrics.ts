import type { Server } from 'node:http';
import { Registry } from 'prom-client';
import type { Publication } from '@/lib/publishing/publication';
import type { RateHealth } from '@/lib/rates/health';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../../pages/answer';
import type { PageCache } from '../../pages/pageCache';
import type { RunOutcome } from '../../publishing/livePublishing';
import type { RenderQueue } from '../../rendering/renderQueue';
import type { Sharing } from '../../shared/sharing';
import type { ProgramFacts } from '../programFacts';
import type { Readiness } from '../readiness';
import { RequestCounts } from '../requestCounts';
import { cacheMetrics, gauge, queueMetrics, renderMetrics } from './pages';
import { processMetrics } from './process';
import { publishingMetrics } from './publishing';
import { rateMetrics } from './rates';
import { type RequestMetrics, requestMetrics } from './requests';
import { sharedMetrics } from './shared';

/** What the metrics are made of, where it is asked only when somebody reads them. */
export interface MetricSources {
  readonly pages: PageCache;
  readonly maxBytes: number;
  readonly queue: RenderQueue;
  readonly health: () => RateHealth;
  readonly readiness: Readiness;
  readonly facts: ProgramFacts;
  readonly server: Server;
  /** Null where nothing is shared. */
  readonly sharing: Sharing | null;
  /** Whether this instance fetches the rates. */
  readonly isFetching: () => boolean;
}

/** The metrics of the process, in the form of Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: RequestMetrics;
  readonly counts = new RequestCounts();
  readonly onRun: (outcome: RunOutcome) => void;

  readonly #renders: ReturnType<typeof renderMetrics>;

  constructor(publication: Publication) {
    this.requests = requestMetrics(this.registry, () => this.counts);
    this.#renders = renderMetrics(this.registry);
    this.onRun = publishingMetrics(this.registry, publication);
  }

  /** Makes a page, and takes note of how long that took and what came of it. */
  async watchRender(path: SitePath, make: () => Promise<Answer>): Promise<Answer> {
    const begun = performance.now();
    const answer = await make();
    this.#renders(path, answer, (performance.now() - begun) / 1000);
    return answer;
  }

  /** To be called once, when all is there. */
  observe(sources: MetricSources): void {
    const { pages, maxBytes, queue, health, readiness, facts, server } = sources;
    sharedMetrics(this.registry, sources.sharing, sources.isFetching);
    cacheMetrics(this.registry, pages, maxBytes);
    queueMetrics(this.registry, queue);
    rateMetrics(this.registry, health);
    processMetrics(this.registry, facts, server);
    gauge(this.registry, 'saxaul_ready', '1 where /readyz says so.', () =>
      readiness.reasons.length === 0 ? 1 : 0,
    );
  }
}

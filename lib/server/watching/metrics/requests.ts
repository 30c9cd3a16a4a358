import { Counter, Histogram, type Registry } from 'prom-client';
import type { RequestCounts } from '../requestCounts';
import type { RouteKind } from '../routeKind';

/** Seconds. What is at hand takes microseconds, what is made milliseconds. */
const MEMORY_BUCKETS = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.001, 0.01];
const WORK_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface RequestMetrics {
  readonly observe: (from: 'memory' | 'work', kind: RouteKind, seconds: number) => void;
  /** A search or the like that was one too many (`search`), or a delivery that was refused (`publish`). */
  readonly refuse: (what: 'search' | 'publish', status: number) => void;
}

/** Prepares what is counted of requests. @param counts asked for when somebody reads the metrics */
export function requestMetrics(registry: Registry, counts: () => RequestCounts): RequestMetrics {
  const registers = [registry];
  new Counter({
    name: 'saxaul_requests_total',
    help: 'Requests, by kind of route, method and status code.',
    labelNames: ['route', 'method', 'code'],
    registers,
    collect() {
      this.reset();
      for (const { kind, method, code, count } of counts().all()) {
        this.inc({ route: kind, method, code }, count);
      }
    },
  });
  const work = new Histogram({
    name: 'saxaul_request_duration_seconds',
    help: 'Time until an answer was handed over that was not in memory, by kind of route.',
    labelNames: ['route'],
    buckets: WORK_BUCKETS,
    registers,
  });
  const memory = new Histogram({
    name: 'saxaul_kept_answer_duration_seconds',
    help: 'Time of the process for an answer from memory; one in 64 is timed.',
    buckets: MEMORY_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'saxaul_refusals_total',
    help: 'Requests that were refused: searches beyond the limit, deliveries to the webhook.',
    labelNames: ['what', 'code'],
    registers,
  });
  return {
    observe: (from, kind, seconds) => {
      if (from === 'memory') memory.observe(seconds);
      else work.observe({ route: kind }, seconds);
    },
    refuse: (what, status) => refusals.inc({ what, code: String(status) }),
  };
}

import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { filesWithErrors } from '@/lib/archive/queries/diagnostics';
import type { Publication } from '@/lib/publishing/publication';
import type { RunOutcome } from '../../publishing/livePublishing';
import { gauge } from './pages';

/** Seconds. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** While the archive is damaged or gone, `saxaul_ready` says so, and all other metrics go on. */
function orUnknown<Value>(read: () => Value): Value | number {
  try {
    return read();
  } catch {
    return Number.NaN;
  }
}

/** Prepares what is said of publishing. @returns what is to be told of each run */
export function publishingMetrics(
  registry: Registry,
  publication: Publication,
): (outcome: RunOutcome) => void {
  const registers = [registry];
  const runs = new Counter({
    name: 'saxaul_publishes_total',
    help: 'Runs of publishing: with something new, with nothing new, without success.',
    labelNames: ['outcome'],
    registers,
  });
  // What has not happened yet is 0, and not missing.
  for (const outcome of ['published', 'unchanged', 'failed']) runs.inc({ outcome }, 0);
  const refused = new Counter({
    name: 'saxaul_articles_refused_total',
    help: 'Articles that came with errors and were held back.',
    registers,
  });
  const duration = new Histogram({
    name: 'saxaul_publish_duration_seconds',
    help: 'Time from the word of a change to the moment in which readers get it.',
    buckets: BUCKETS,
    registers,
  });
  const lag = new Histogram({
    name: 'saxaul_publish_lag_seconds',
    help: 'Time from the commit to the moment in which readers get it.',
    buckets: BUCKETS,
    registers,
  });
  gauge(registry, 'saxaul_content_files_held_back', 'Files of the content with errors.', () =>
    orUnknown(() => filesWithErrors(publication.database)),
  );
  new Gauge({
    name: 'saxaul_content_info',
    help: 'The commit that is published; empty where the publication is a plain folder.',
    labelNames: ['commit'],
    registers,
    collect() {
      this.reset();
      const commit = orUnknown(() => publication.commit ?? '');
      if (typeof commit === 'string') this.set({ commit }, 1);
    },
  });
  return (outcome) => {
    runs.inc({ outcome: outcome.kind });
    if (outcome.kind !== 'published') return;
    const { report, received, live } = outcome.receipt;
    refused.inc(report.articles.refused);
    duration.observe((live - received) / 1000);
    if (report.committed !== null) lag.observe((live - report.committed) / 1000);
  };
}

import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../../pages/answer';
import type { PageCache } from '../../pages/pageCache';
import type { RenderQueue } from '../../rendering/renderQueue';
import { routeKind } from '../routeKind';

/** Seconds. */
const BUCKETS = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/** Prepares what is said of the pages that are kept. */
export function cacheMetrics(registry: Registry, pages: PageCache, maxBytes: number): void {
  const registers = [registry];
  new Counter({
    name: 'saxaul_cache_total',
    help: 'Pages that were at hand (hit), had to be made (miss), are never kept (pass), were made anew in the background (renewal), or gave way to others (eviction).',
    labelNames: ['event'],
    registers,
    collect() {
      this.reset();
      for (const [event, count] of Object.entries(pages.counts)) this.inc({ event }, count);
    },
  });
  gauge(registry, 'saxaul_cache_pages', 'Pages in memory.', () => pages.extent.pages);
  gauge(registry, 'saxaul_cache_bytes', 'Memory that they take.', () => pages.extent.bytes);
  gauge(registry, 'saxaul_cache_limit_bytes', 'Memory that they may take.', () => maxBytes);
}

/** Prepares what is said of the making of pages. @returns what is to be told of each */
export function renderMetrics(
  registry: Registry,
): (path: SitePath, answer: Answer, seconds: number) => void {
  const renders = new Histogram({
    name: 'saxaul_render_duration_seconds',
    help: 'Time for which a rendering thread made a page, by kind of route and what came of it.',
    labelNames: ['route', 'outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return (path, answer, seconds) =>
    renders.observe({ route: routeKind(path), outcome: answer.kind }, seconds);
}

export function queueMetrics(registry: Registry, queue: RenderQueue): void {
  const name = 'saxaul_render_queue';
  gauge(registry, name, 'Pages that wait to be made, or are being made.', () => queue.length);
}

/** A figure that is asked for when somebody reads the metrics. */
export function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}

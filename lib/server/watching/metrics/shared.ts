import { Counter, Gauge, type Registry } from 'prom-client';
import type { Sharing } from '../../shared/sharing';

/** Prepares what is said of the server that instances share; nothing where there is none. */
export function sharedMetrics(
  registry: Registry,
  sharing: Sharing | null,
  isFetching: () => boolean,
): void {
  const registers = [registry];
  new Gauge({
    name: 'saxaul_rates_fetching',
    help: '1 where this instance fetches the exchange rates, 0 where another does so for it.',
    registers,
    collect() {
      this.set(isFetching() ? 1 : 0);
    },
  });
  if (sharing === null) return;
  new Gauge({
    name: 'saxaul_shared_state',
    help: '1 for the state that the server of CACHE_URL is in: well, slow (pages are not asked of it) or away.',
    labelNames: ['state'],
    registers,
    collect() {
      const { state } = sharing.store.state;
      for (const one of ['well', 'slow', 'away']) this.set({ state: one }, one === state ? 1 : 0);
    },
  });
  new Counter({
    name: 'saxaul_shared_pages_total',
    help: 'Pages that were to be made and came from other instances (hit), or were made here (miss).',
    labelNames: ['event'],
    registers,
    collect() {
      this.reset();
      const { hits, misses } = sharing.pages.counts;
      this.inc({ event: 'hit' }, hits);
      this.inc({ event: 'miss' }, misses);
    },
  });
}

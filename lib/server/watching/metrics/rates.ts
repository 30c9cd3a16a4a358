import { Gauge, type Registry } from 'prom-client';
import type { RateHealth } from '@/lib/rates/health';

/** Prepares what is said of the exchange rates. */
export function rateMetrics(registry: Registry, health: () => RateHealth): void {
  const registers = [registry];
  new Gauge({
    name: 'saxaul_rate_age_seconds',
    help: 'Time since the beginning of the day (UTC) of which the rate is that readers see; not of pegs.',
    labelNames: ['currency'],
    registers,
    collect() {
      this.reset();
      for (const { code, date, age } of health().currencies) {
        if (date === null || age === 'fixed') continue;
        this.set({ currency: code }, (Date.now() - Date.parse(date)) / 1000);
      }
    },
  });
  new Gauge({
    name: 'saxaul_rate_current',
    help: '1 where the rate that readers see is shown as current, 0 where it is old or missing.',
    labelNames: ['currency'],
    registers,
    collect() {
      for (const { code, age } of health().currencies) {
        this.set({ currency: code }, age === 'fresh' || age === 'fixed' ? 1 : 0);
      }
    },
  });
  new Gauge({
    name: 'saxaul_rate_provider_failures',
    help: 'How often a provider of rates has failed since it last answered.',
    labelNames: ['provider'],
    registers,
    collect() {
      for (const { id, failures } of health().providers) this.set({ provider: id }, failures);
    },
  });
}

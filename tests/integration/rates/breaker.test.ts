import { describe, expect, it } from 'vitest';
import { providerState } from '@/lib/rates/store/providerStates';
import { allAt, type Handler } from '@/tests/fixtures/rates/loopback';
import { aStore, BANKS, FRANKFURTER, frankfurterPath, HOUR, NOW, outcomes, run } from './running';
import { loopback } from './support';

describe('the breaker', () => {
  it('leaves a provider alone after three runs that failed, then tries once', async () => {
    const store = aStore();
    const dead = await loopback({ '/v2/rates': (_, response) => response.writeHead(500).end() });
    const banks = await loopback({ ...BANKS });
    const addresses = { ...allAt(banks.address), frankfurter: dead.address };
    for (const hour of [0, 1, 2]) await run(store, banks, { addresses, now: NOW + hour * HOUR });
    const asked = dead.asked.length;
    const closed = await run(store, banks, { addresses, now: NOW + 2 * HOUR + 14 * 60_000 });
    expect(dead.asked).toHaveLength(asked);
    expect(outcomes(closed)).toContain('KZT frankfurter skipped');
    await run(store, banks, { addresses, now: NOW + 2 * HOUR + 16 * 60_000 });
    expect(dead.asked.length).toBeGreaterThan(asked);
    // Half open, it failed again: closed for twice as long.
    expect(providerState(store, 'frankfurter')).toMatchObject({ failures: 4, pause: 30 * 60_000 });
    dead.answers.set('/v2/rates', frankfurterPath(FRANKFURTER)['/v2/rates']);
    await run(store, banks, { addresses, now: NOW + 3 * HOUR });
    expect(providerState(store, 'frankfurter')).toMatchObject({ failures: 0, closedUntil: 0 });
  });

  it('leaves a provider alone for as long as it asks', async () => {
    const store = aStore();
    const busy: Handler = (_, response) => response.writeHead(429, { 'Retry-After': '1200' }).end();
    const site = await loopback({ '/v2/rates': busy });
    await run(store, site);
    expect(site.asked.filter((path) => path.startsWith('/v2/'))).toHaveLength(4);
    expect(providerState(store, 'frankfurter')?.closedUntil).toBe(NOW + 1_200_000);
    expect(outcomes(await run(store, site, { now: NOW + 600_000 }))).toContain(
      'KZT frankfurter skipped',
    );
  });
});

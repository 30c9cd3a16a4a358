import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { routes, type SitePath } from '@/lib/site/routes';
import { undoAtExit } from '../cleanUp';
import { PageClient } from '../fetchPage';
import { FIXTURE_ARTICLE, fixtureContent } from '../fixture';
import { milliseconds } from '../formatNumber';
import { atMost, type PartResult } from '../part';
import { type RunningSite, startSite } from '../site';
import { percentile } from '../statistics';
import type { Workspace } from '../workspace';

const ROUNDS = 20;
const CACHED = 100;
const MADE = 10;
/** For the first refresh to run into every provider's silence. */
const HANGING = 40_000;
/** What of a difference is the machine's own unrest. */
const UNREST = 1.15;

const healthSchema = z.object({
  rates: z.object({ status: z.string(), troubles: z.array(z.string()) }),
});

/**
 * Two servers side by side, one with no provider and one that every provider leaves hanging, asked
 * in turns: readers must not notice which is which.
 */
export async function measureProviders(workspace: Workspace): Promise<PartResult> {
  const contentDir = fixtureContent(workspace, 'providers-content');
  const silence = await startSilence();
  const quiet = await startSite({ contentDir, dataDir: workspace.folder('providers-off') });
  const hanging = await startSite({
    contentDir,
    dataDir: workspace.folder('providers-hanging'),
    environment: hangingAt(silence),
  });
  await sleep(HANGING);
  const times = await inTurns(quiet, hanging);
  const health = healthSchema.parse(await (await fetch(hanging.address + routes.health())).json());
  await Promise.all([quiet.stop(), hanging.stop()]);
  silence.close();
  silence.closeAllConnections();
  const cached = compare(times.quiet.cached, times.hanging.cached);
  const made = compare(times.quiet.made, times.hanging.made);
  const row = (name: string, { one, other, ratio }: Comparison) => [
    name,
    milliseconds(one),
    milliseconds(other),
    `${ratio.toFixed(2)} x`,
  ];
  return {
    name: 'providers',
    rows: [
      ['Every provider of rates hanging', 'not asked', 'hanging', 'ratio'],
      row('  cached page, median', cached),
      row('  page made anew, median', made),
      ['  what health says', '', health.rates.status, ''],
    ],
    verdicts: [
      atMost('cached page with every provider hanging', 'x', UNREST, cached.ratio),
      atMost('page made anew with every provider hanging', 'x', UNREST, made.ratio),
      atMost('health is silent about it', '', 0, health.rates.troubles.length > 0 ? 0 : 1),
    ],
    data: { times, health },
  };
}

interface Times {
  readonly cached: number[];
  readonly made: number[];
}

async function inTurns(quiet: RunningSite, hanging: RunningSite) {
  const times = { quiet: empty(), hanging: empty() };
  const clients = {
    quiet: new PageClient(quiet.address),
    hanging: new PageClient(hanging.address),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['quiet', 'hanging'] as const) {
      await measure(clients[name], times[name], round);
    }
  }
  clients.quiet.close();
  clients.hanging.close();
  return times;
}

function empty(): Times {
  return { cached: [], made: [] };
}

async function measure(client: PageClient, { cached, made }: Times, round: number): Promise<void> {
  for (let request = 0; request < CACHED; request += 1) {
    cached.push((await client.get(FIXTURE_ARTICLE)).milliseconds);
  }
  for (let request = 0; request < MADE; request += 1) {
    // Answers of the converter are never kept, so that each is made for this request.
    const path: SitePath = `${routes.rates()}?amount=${1 + round * MADE + request}`;
    made.push((await client.get(path)).milliseconds);
  }
}

interface Comparison {
  readonly one: number;
  readonly other: number;
  readonly ratio: number;
}

function compare(one: readonly number[], other: readonly number[]): Comparison {
  const [first, second] = [percentile(one, 0.5), percentile(other, 0.5)];
  return { one: first, other: second, ratio: second / first };
}

/** A server that takes every request and answers none. */
async function startSilence(): Promise<Server> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undoAtExit(() => server.closeAllConnections());
  return server;
}

function hangingAt(server: Server): Record<string, string> {
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const names = ['FRANKFURTER', 'NBK', 'NBKR', 'NBT', 'CBU', 'FAWAZAHMED0', 'FAWAZAHMED0_FALLBACK'];
  const variables = names.map((name) => [`RATES_${name}_URL`, address]);
  return { RATES_REFRESH: '1', ...Object.fromEntries(variables) };
}

import { spawn } from 'node:child_process';
import { FIXTURE_ARTICLE, fixtureContent } from '../fixture';
import { atLeast, type PartResult } from '../part';
import { pinned, type RunningServer } from '../processes';
import { processorTimeOf } from '../processFacts';
import { startSite } from '../site';
import { percentile } from '../statistics';
import type { Workspace } from '../workspace';
import type { LoadOrder, LoadResult } from './generateLoad';
import { NEXT_PATH, startNextApp } from './nextApp';
import { hasNginx, NGINX_PATH, startNginx } from './nginx';

/** Name under which the bench runs itself to make load. */
export const LOAD_TASK = 'load-task';

const ROUNDS = 7;
const CONNECTIONS = 32;
const DURATION = 2_000;
const OVER_NEXT = 12;
const OF_NGINX = 0.45;

interface Candidate {
  readonly name: string;
  readonly server: RunningServer;
  readonly path: string;
}

interface Measured extends LoadResult {
  /** Share of its one processor that the server took, 0 to 1. */
  readonly served: number | null;
}

/** Pages a second of one article, each server on one core and the load on another, in turns. */
export async function measureRate(program: string, workspace: Workspace): Promise<PartResult> {
  const candidates = await start(workspace);
  const rounds = new Map(candidates.map(({ name }): [string, Measured[]] => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const candidate of candidates) {
      const measured = await measure(program, candidate);
      // The first round warms the servers up.
      if (round > 0) rounds.get(candidate.name)?.push(measured);
    }
  }
  for (const { server } of candidates) await server.stop();
  const own = ratesOf(rounds, 'saxaul');
  const rows = candidates.map(({ name }) => row(name, rounds.get(name) ?? [], own));
  const verdicts = [
    atLeast(
      'cached pages, of next start',
      'x',
      OVER_NEXT,
      ratio(own, ratesOf(rounds, 'next start')),
    ),
  ];
  if (rounds.has('nginx')) {
    verdicts.push(
      atLeast('cached pages, of nginx', 'x', OF_NGINX, ratio(own, ratesOf(rounds, 'nginx'))),
    );
  } else rows.push(['  nginx', 'not installed']);
  const head = [
    'Cached article',
    'pages/s',
    'least',
    'most',
    'server busy',
    'load busy',
    'saxaul is',
  ];
  return { name: 'rate', rows: [head, ...rows], verdicts, data: Object.fromEntries(rounds) };
}

async function start(workspace: Workspace): Promise<Candidate[]> {
  const contentDir = fixtureContent(workspace, 'rate-content');
  const site = await startSite({ contentDir, dataDir: workspace.folder('rate-data'), core: 0 });
  const html = await (await fetch(site.address + FIXTURE_ARTICLE)).text();
  const candidates: Candidate[] = [
    { name: 'saxaul', server: site, path: FIXTURE_ARTICLE },
    { name: 'next start', server: await startNextApp(html, 0), path: NEXT_PATH },
  ];
  if (!hasNginx()) return candidates;
  const server = await startNginx(workspace.folder('nginx'), html, 0);
  return [...candidates, { name: 'nginx', server, path: NGINX_PATH }];
}

async function measure(program: string, { server, path }: Candidate): Promise<Measured> {
  const before = processorTimeOf(server.pid);
  const result = await runLoad(program, {
    port: server.port,
    path,
    connections: CONNECTIONS,
    duration: DURATION,
  });
  const after = processorTimeOf(server.pid);
  const served = before === null || after === null ? null : (after - before) / DURATION;
  return { ...result, served };
}

function runLoad(program: string, order: LoadOrder): Promise<LoadResult> {
  const command = pinned([process.execPath, program, LOAD_TASK, JSON.stringify(order)], 1);
  const [executable = '', ...values] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(executable, values, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output) as LoadResult);
      else reject(new Error(`The load ended with exit code ${code}`));
    });
  });
}

function ratesOf(rounds: ReadonlyMap<string, readonly Measured[]>, name: string): number[] {
  return (rounds.get(name) ?? []).map(({ rate }) => rate);
}

/** Median of the ratios round by round, so that a change of the machine's speed falls out. */
function ratio(own: readonly number[], others: readonly number[]): number {
  return percentile(
    own.map((rate, round) => rate / (others[round] ?? Number.NaN)),
    0.5,
  );
}

function row(name: string, measured: readonly Measured[], own: readonly number[]): string[] {
  const rates = measured.map(({ rate }) => rate);
  const show = (rate: number): string => Math.round(rate).toLocaleString('en');
  const share = (values: readonly (number | null)[]): string => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? 'unknown' : `${(percentile(known, 0.5) * 100).toFixed(0)} %`;
  };
  return [
    `  ${name}`,
    show(percentile(rates, 0.5)),
    show(Math.min(...rates)),
    show(Math.max(...rates)),
    share(measured.map(({ served }) => served)),
    share(measured.map(({ busy }) => busy)),
    name === 'saxaul' ? '' : `${ratio(own, rates).toFixed(2)} x`,
  ];
}

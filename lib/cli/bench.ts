import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureLighthouse } from './bench/browser/measureLighthouse';
import { measurePaint } from './bench/browser/measurePaint';
import { measureWeight } from './bench/browser/measureWeight';
import { judge } from './bench/budgets';
import { measureDiscovery } from './bench/discovery/measureDiscovery';
import { measureExport } from './bench/export/measureExport';
import { measureLoad } from './bench/load/measureLoad';
import { measureSize } from './bench/measureSize';
import type { PartResult } from './bench/part';
import { measureProfile } from './bench/profile/measureProfile';
import { measureProviders } from './bench/providers/measureProviders';
import { measurePublishing } from './bench/publishing/measurePublishing';
import { READERS_TASK, runReaders } from './bench/publishing/readers';
import { generateLoad, type LoadOrder } from './bench/rate/generateLoad';
import { LOAD_TASK, measureRate } from './bench/rate/measureRate';
import { measureRendering } from './bench/rendering/measureRendering';
import { reportResult } from './bench/reportResult';
import { type BenchResult, type SizeResult, thisMachine } from './bench/results';
import { readSizes } from './bench/sizes';
import { runSyncTask, SYNC_TASK } from './bench/syncTask';
import { Workspace } from './bench/workspace';

const USAGE =
  'npm run bench -- [--only sync,weight,rate,...] [--sizes 1000,10000] [--minutes 2] [--json FILE]';

interface PartSetup {
  readonly program: string;
  readonly workspace: Workspace;
  readonly minutes: number;
  /** Numbers of articles that were asked for; null without a wish. */
  readonly sizes: readonly number[] | null;
  /** Told what is being done. */
  readonly say: (line: string) => void;
}

const SIZES_OF_SYNC = [1_000, 10_000];
const SIZES_OF_PUBLISHING = [1_000];
const SIZES_OF_DISCOVERY = [10_000];
const SIZES_OF_EXPORT = [10_000];

/** What is measured beside the sync, by name. */
const OTHER_PARTS: Readonly<Record<string, (setup: PartSetup) => Promise<PartResult>>> = {
  profile: ({ workspace }) => measureProfile(workspace),
  rendering: ({ workspace }) => measureRendering(workspace),
  weight: ({ workspace }) => measureWeight(workspace),
  rate: ({ program, workspace }) => measureRate(program, workspace),
  providers: ({ workspace }) => measureProviders(workspace),
  publishing: ({ sizes, ...setup }) => measurePublishing(sizes ?? SIZES_OF_PUBLISHING, setup),
  discovery: ({ sizes, ...setup }) => measureDiscovery(sizes ?? SIZES_OF_DISCOVERY, setup),
  export: ({ sizes, ...setup }) => measureExport(sizes ?? SIZES_OF_EXPORT, setup),
  load: ({ workspace, minutes }) => measureLoad(workspace, minutes),
  paint: ({ workspace }) => measurePaint(workspace),
  lighthouse: ({ workspace }) => measureLighthouse(workspace),
};

const PARTS = ['sync', ...Object.keys(OTHER_PARTS)];

function readParts(text: string): ReadonlySet<string> | null {
  const named = text.split(',').map((name) => name.trim());
  return named.every((name) => PARTS.includes(name)) ? new Set(named) : null;
}

/** Measures generated publications of several sizes, prints a table and writes JSON. */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      only: { type: 'string', default: PARTS.join(',') },
      minutes: { type: 'string', default: '2' },
      json: { type: 'string', default: join('.saxaul', 'bench.json') },
    },
  });
  const wanted = values.sizes === undefined ? null : readSizes(values.sizes);
  if (wanted === null && values.sizes !== undefined) {
    console.error(`--sizes is a list of numbers of articles, such as 1000,10000.\n${USAGE}`);
    return 2;
  }
  const parts = readParts(values.only);
  const minutes = Number(values.minutes);
  if (parts === null || !(minutes > 0)) {
    console.error(`--only names parts: ${PARTS.join(', ')}; --minutes is a number.\n${USAGE}`);
    return 2;
  }
  const setup = {
    // This very file, bundled: it runs itself again for each sync, and for the load.
    program: fileURLToPath(import.meta.url),
    workspace: Workspace.create(),
    say: (line: string) => process.stderr.write(`${line} ...\n`),
  };
  const sizes: SizeResult[] = [];
  if (parts.has('sync')) {
    for (const articles of wanted ?? SIZES_OF_SYNC) sizes.push(await measureSize(articles, setup));
  }
  const others: PartResult[] = [];
  for (const [name, measure] of Object.entries(OTHER_PARTS)) {
    if (!parts.has(name)) continue;
    setup.say(`${name}: measuring`);
    others.push(await measure({ ...setup, minutes, sizes: wanted }));
  }
  const result: BenchResult = {
    date: new Date().toISOString(),
    machine: thisMachine(),
    sizes,
    parts: others,
  };
  console.log(`\n${reportResult(result)}`);
  const file = resolve(values.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...result, budgets: judge(result) }, null, 2)}\n`);
  console.log(`\nAll numbers: ${file}`);
  return 0;
}

/** One sync in a process of its own; the result goes to the bench that started it. */
async function syncTask(edited: readonly string[]): Promise<number> {
  const result = await runSyncTask(edited);
  process.send?.(result);
  process.disconnect?.();
  return 0;
}

/** Load from a process of its own; the result goes to its standard output. */
async function loadTask(order = ''): Promise<number> {
  // The bench that started it wrote the order.
  console.log(JSON.stringify(await generateLoad(JSON.parse(order) as LoadOrder)));
  return 0;
}

function run([task, ...given]: readonly string[]): Promise<number> {
  if (task === SYNC_TASK) return syncTask(given);
  if (task === READERS_TASK) return runReaders().then(() => 0);
  return task === LOAD_TASK ? loadTask(given[0]) : bench();
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

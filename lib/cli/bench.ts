import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from './bench/budgets';
import { measureSize } from './bench/measureSize';
import { reportResult } from './bench/reportResult';
import { type BenchResult, type SizeResult, thisMachine } from './bench/results';
import { readSizes } from './bench/sizes';
import { runSyncTask, SYNC_TASK } from './bench/syncTask';
import { Workspace } from './bench/workspace';

const USAGE = 'npm run bench -- [--sizes 1000,10000] [--json FILE]';

/** Measures generated publications of several sizes, prints a table and writes JSON. */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      json: { type: 'string', default: join('.saxaul', 'bench.json') },
    },
  });
  const wanted = readSizes(values.sizes);
  if (wanted === null) {
    console.error(`--sizes is a list of numbers of articles, such as 1000,10000.\n${USAGE}`);
    return 2;
  }
  const setup = {
    // This very file, bundled: it runs itself again for each sync.
    program: fileURLToPath(import.meta.url),
    workspace: Workspace.create(),
    say: (line: string) => process.stderr.write(`${line} ...\n`),
  };
  const sizes: SizeResult[] = [];
  for (const articles of wanted) sizes.push(await measureSize(articles, setup));
  const result: BenchResult = { date: new Date().toISOString(), machine: thisMachine(), sizes };
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

const [task, ...edited] = process.argv.slice(2);
process.exitCode = await (task === SYNC_TASK ? syncTask(edited) : bench()).catch(
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  },
);

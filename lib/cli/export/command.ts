import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLogTo } from '@/lib/log/log';
import { ContentUnreachableError } from '@/lib/publishing/content/contentClone';
import { type ExportReport, exportSite } from '@/lib/server/export/exportSite';
import { ExportFolderError } from '@/lib/server/export/folder';
import { type ExportingSetup, exportOrders } from '@/lib/server/export/making/worker';
import { changedSince, knownCommits } from '@/lib/server/export/manifest/runs';
import { SameFileError } from '@/lib/server/export/plan/plan';
import { goInside, isInside } from '@/lib/server/workshops/inside';
import type { LogDelivery } from '@/lib/server/workshops/workshop';
import { EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { CommandError } from '../commandError';
import { followShell } from '../followShell';
import { describeDeadLinks, describeExport, describeFailures } from './describe';
import { readOptions, USAGE } from './options';
import { progressOfWork } from './progressOfWork';

/**
 * Writes the whole site as files, or what has changed of it; the exit code is 1 where something could not be made, or
 * where a link leads nowhere and `--check` asks for it.
 */
async function run(): Promise<number> {
  const start = performance.now();
  const { out, rates, search, full, check, processes, hosts, since, as, list } = readOptions(
    process.argv.slice(2),
  );
  const root = process.cwd();
  const environment = readEnvironment(process.env, root);
  if (process.env.SITE_URL === undefined) {
    console.error(
      `SITE_URL is not set: feeds, sitemaps and shared links will name ${environment.siteUrl}.`,
    );
  }
  followShell();
  const progress = progressOfWork();
  const report = await exportSite({
    out: resolve(root, out),
    environment,
    root,
    program: fileURLToPath(import.meta.url),
    processes,
    full,
    rates,
    search,
    hosts,
    checksAll: check,
    onProgress: progress.update,
  }).finally(progress.end);
  console.error(describeExport(report, performance.now() - start));
  if (report.dead.length > 0) console.error(describeDeadLinks(report.dead));
  if (report.failed.length > 0) {
    console.error(describeFailures(report.failed));
    return 1;
  }
  if (since !== undefined) tellChanges(report, since, as, list);
  return check && report.dead.length > 0 ? 1 : 0;
}

/** One a line, to a file or to standard output, where nothing else stands. */
function tellChanges(
  { manifest }: ExportReport,
  since: string,
  as: 'addresses' | 'files',
  list: string | undefined,
): void {
  const changes = changedSince(manifest, since);
  if (changes === null) {
    const known = knownCommits(manifest).map((commit) => commit.slice(0, 10));
    const which = known.length === 0 ? 'none of any commit' : `those of ${known.join(', ')}`;
    throw new CommandError(`There was no export of ${since} into this folder, but ${which}.`);
  }
  const text = changes
    .map((change) => `${as === 'files' ? change.file : change.address}\n`)
    .join('');
  if (list === undefined) process.stdout.write(text);
  else writeFileSync(list, text);
}

const KNOWN = [
  CommandError,
  ContentUnreachableError,
  EnvironmentError,
  ExportFolderError,
  SameFileError,
];

/** Not by the workshops' own list, which brings all that a server needs. */
async function workInside(): Promise<void> {
  const inside = await goInside();
  writeLogTo((line) => inside.send({ log: line } satisfies LogDelivery));
  await exportOrders(inside, inside.setup as ExportingSetup);
}

/** Ends at once: what renders pages keeps a port open, as if there were more to come. */
async function runAndEnd(): Promise<never> {
  const code = await run().catch((error: unknown) => {
    const isKnown = KNOWN.some((kind) => error instanceof kind);
    if (!isKnown || !(error instanceof Error)) console.error(error);
    else
      console.error(error instanceof CommandError ? `${error.message}\n${USAGE}` : error.message);
    return 1;
  });
  process.exit(code);
}

// The export starts this very file again, once for each core.
if (isInside()) workInside();
else runAndEnd();

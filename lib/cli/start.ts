import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import { PortTakenError } from '@/lib/server/http/listen';
import { renderOrders } from '@/lib/server/rendering/worker';
import { startServer } from '@/lib/server/server';
import { type Environment, EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { needsBuild } from './buildState';
import { followShell } from './followShell';
import { startProgress } from './progress';
import { counted } from './report';

/** Thrown where the operator has to do something first; the message says what. */
class StartError extends Error {}

/** Builds where that is needed, brings the archive up to the content, and serves. */
async function start(): Promise<void> {
  const root = process.cwd();
  const environment = readEnvironment(process.env, root);
  if (needsBuild(root)) build();
  const publication = await openPublication(environment);
  sharePublication(publication);
  followShell();
  const program = fileURLToPath(import.meta.url);
  const { address } = await startServer({ program, root, environment });
  console.log(`Serving ${publication.read(({ site }) => site.name)} at ${address}`);
}

function build(): void {
  console.log('Building the site (needed once, and after changes of the program) ...');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const run = spawnSync(process.execPath, [next, 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (run.status !== 0) throw new StartError('The build failed; the lines above say why.');
}

async function openPublication(environment: Environment): Promise<Publication> {
  if (!existsSync(environment.contentDir)) {
    throw new StartError(`There is no folder ${environment.contentDir}; CONTENT_DIR names it.`);
  }
  const publication = Publication.open(environment);
  const progress = startProgress('Reading the publication');
  const report = await publication.sync({ onProgress: progress.update });
  progress.end();
  const read = report.added + report.changed;
  console.log(
    `Publication: ${counted(read, 'file')} read, ${report.removed} removed, ${report.unchanged} unchanged ` +
      `(${Math.round(report.milliseconds)} ms)`,
  );
  const found = [...diagnostics(publication.database), ...publication.rates.findings];
  const errors = found.filter(({ severity }) => severity === 'error');
  // A warning, but one that readers would miss something by: amounts that are not converted.
  const amounts = moneyFindings(publication.database, publication.rates);
  for (const finding of [...errors.slice(0, 10), ...amounts.slice(0, 10)]) {
    const { file, line, column, severity, rule, message } = finding;
    console.error(`${file}:${line}:${column} ${severity} ${rule} ${message}`);
  }
  if (errors.length > 0) {
    console.error(
      `${counted(errors.length, 'error')} in the content; what is broken is left out. ` +
        '"npm run check" lists all.',
    );
  }
  return publication;
}

// The server starts this very file again, as the thread that renders.
const work = isMainThread ? start() : renderOrders();
work.catch((error: unknown) => {
  const known = [StartError, EnvironmentError, PortTakenError].some(
    (kind) => error instanceof kind,
  );
  const plain = error instanceof Error ? error.message : String(error);
  console.error(known || !(error instanceof Error) ? plain : (error.stack ?? plain));
  process.exit(1);
});

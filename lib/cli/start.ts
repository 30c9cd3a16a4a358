import { fileURLToPath } from 'node:url';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { log, writeLogTo } from '@/lib/log/log';
import { type LogFormat, openLog } from '@/lib/log/openLog';
import { ContentUnreachableError } from '@/lib/publishing/content/contentClone';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import { DataFolderError, withWritableData } from '@/lib/server/dataFolder';
import { PortTakenError } from '@/lib/server/http/listen';
import { runningServer } from '@/lib/server/publishing/localAccess';
import { startServer } from '@/lib/server/server';
import { isInside } from '@/lib/server/workshops/inside';
import { work } from '@/lib/server/workshops/work';
import { counted } from '@/lib/site/counted';
import { type Environment, EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { build } from './build';
import { needsBuild } from './buildState.mjs';
import { CommandError } from './commandError';
import { followShell } from './followShell';
import { SILENT, startProgress } from './progress';

/** Builds where that is needed, brings the archive up to the content, and serves. */
async function start(): Promise<void> {
  const root = process.cwd();
  const given = readEnvironment(process.env, root);
  const { level, format: asked } = given.operation.log;
  const format = asked ?? (process.stdout.isTTY ? 'text' : 'json');
  writeLogTo(openLog({ level, format }));
  if (needsBuild(root)) {
    build({
      root,
      say: (text) => log.info(text, { fields: { from: 'build' } }),
      output: format === 'text' ? 'standard output' : 'say',
    });
  }
  await demandOwnData(given);
  const environment = withWritableData(given);
  const publication = await openPublication(environment, format);
  sharePublication(publication);
  followShell();
  const program = fileURLToPath(import.meta.url);
  const { isBehind } = publication;
  const { address } = await startServer({ program, root, environment, isBehind });
  log.info(`Serving ${publication.read(({ site }) => site.name)} at ${address}`);
}

/** Two servers would each make the archive anew under the other. */
async function demandOwnData({ dataDir }: Environment): Promise<void> {
  const other = await runningServer(dataDir);
  if (other === null) return;
  throw new CommandError(
    `Another server (process ${other.pid}, ${other.address}) works with DATA_DIR ${dataDir}. ` +
      'Stop it, or give this one a DATA_DIR of its own.',
  );
}

async function openPublication(environment: Environment, format: LogFormat): Promise<Publication> {
  const publication = Publication.open(environment);
  await readPublication(publication, format);
  const found = [...diagnostics(publication.database), ...publication.rates.findings];
  const errors = found.filter(({ severity }) => severity === 'error');
  // A warning, but one that readers would miss something by: amounts that are not converted.
  const amounts = moneyFindings(publication.database, publication.rates);
  for (const finding of [...errors.slice(0, 10), ...amounts.slice(0, 10)]) {
    const { file, line, column, severity, rule, message } = finding;
    const write = severity === 'error' ? log.error : log.warn;
    write(`${file}:${line}:${column} ${severity} ${rule} ${message}`);
  }
  if (errors.length > 0) {
    log.error(
      `${counted(errors.length, 'error')} in the content; what is broken is left out. ` +
        '"npm run check" lists all.',
    );
  }
  return publication;
}

async function readPublication(publication: Publication, format: LogFormat): Promise<void> {
  const progress = format === 'text' ? startProgress('Reading the publication') : SILENT;
  try {
    const report = await publication.sync({ onProgress: progress.update, isLastEnough: true });
    progress.end();
    const { added, changed, removed, unchanged, milliseconds } = report;
    log.info(
      `Publication: ${counted(added + changed, 'file')} read, ${removed} removed, ${unchanged} unchanged ` +
        `(${Math.round(milliseconds)} ms)`,
    );
  } catch (error) {
    progress.end();
    const canServe = error instanceof ContentUnreachableError && publication.isFilled;
    if (!canServe) throw error;
    log.warn(`${error.message} What was read before is served.`);
  }
}

// The server starts this very file again, to render and to publish.
const done = isInside() ? work() : start();
done.catch((error: unknown) => {
  const known = [
    CommandError,
    ContentUnreachableError,
    DataFolderError,
    EnvironmentError,
    PortTakenError,
  ].some((kind) => error instanceof kind);
  const plain = error instanceof Error ? error.message : String(error);
  log.error(known || !(error instanceof Error) ? plain : (error.stack ?? plain));
  process.exit(1);
});

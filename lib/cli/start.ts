import { fileURLToPath } from 'node:url';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { ContentUnreachableError } from '@/lib/publishing/content/contentClone';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import { PortTakenError } from '@/lib/server/http/listen';
import { startServer } from '@/lib/server/server';
import { isInside } from '@/lib/server/workshops/inside';
import { work } from '@/lib/server/workshops/work';
import { counted } from '@/lib/site/counted';
import { type Environment, EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { build } from './build';
import { needsBuild } from './buildState';
import { CommandError } from './commandError';
import { followShell } from './followShell';
import { startProgress } from './progress';

/** Builds where that is needed, brings the archive up to the content, and serves. */
async function start(): Promise<void> {
  const root = process.cwd();
  const environment = readEnvironment(process.env, root);
  if (needsBuild(root)) build(root);
  const publication = await openPublication(environment);
  sharePublication(publication);
  followShell();
  const program = fileURLToPath(import.meta.url);
  const { address } = await startServer({ program, root, environment });
  console.log(`Serving ${publication.read(({ site }) => site.name)} at ${address}`);
}

async function openPublication(environment: Environment): Promise<Publication> {
  const publication = Publication.open(environment);
  await readPublication(publication);
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

async function readPublication(publication: Publication): Promise<void> {
  const progress = startProgress('Reading the publication');
  try {
    const report = await publication.sync({ onProgress: progress.update, isLastEnough: true });
    progress.end();
    const { added, changed, removed, unchanged, milliseconds } = report;
    console.log(
      `Publication: ${counted(added + changed, 'file')} read, ${removed} removed, ${unchanged} unchanged ` +
        `(${Math.round(milliseconds)} ms)`,
    );
  } catch (error) {
    progress.end();
    const canServe = error instanceof ContentUnreachableError && publication.isFilled;
    if (!canServe) throw error;
    console.error(`${error.message} What was read before is served.`);
  }
}

// The server starts this very file again, to render and to publish.
const done = isInside() ? work() : start();
done.catch((error: unknown) => {
  const known = [CommandError, ContentUnreachableError, EnvironmentError, PortTakenError].some(
    (kind) => error instanceof kind,
  );
  const plain = error instanceof Error ? error.message : String(error);
  console.error(known || !(error instanceof Error) ? plain : (error.stack ?? plain));
  process.exit(1);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { type Diagnostic, hasErrors } from '@/lib/content/diagnostics';
import { Publication } from '@/lib/publishing/publication';
import { publish } from '@/lib/publishing/publish';
import { type LocalAccess, readLocalAccess } from '@/lib/server/publishing/localAccess';
import { readEnvironment } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { FORMATS, isFormat, report } from './report';

const USAGE = `Usage: npm run publish -- [--format ${FORMATS.join('|')}]`;

/** Milliseconds between two questions whether the server is done. */
const LOOK = 50;

/** What was published, and what is wrong with the content. */
interface Published {
  readonly line: string;
  readonly problems: readonly Diagnostic[];
}

/** Publishes the newest content now; the exit code is 1 for errors in it, 2 for a failure. */
async function run(): Promise<number> {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
  const { format } = values;
  if (!isFormat(format)) throw new Error(`--format is one of ${FORMATS.join(', ')}.\n${USAGE}`);
  const environment = readEnvironment(process.env);
  const access = readLocalAccess(environment.dataDir);
  const through = access === null ? null : await askServer(access);
  const { line, problems } = through ?? (await publishHere(Publication.open(environment)));
  console.error(line);
  process.stdout.write(report(problems, format, environment.contentDir));
  return hasErrors(problems) ? 1 : 0;
}

/** Null where the server that was started with this data folder does not run any more. */
async function askServer({ address, token }: LocalAccess): Promise<Published | null> {
  const headers = { authorization: `Bearer ${token}` };
  const ask = (path: string, method = 'GET') => fetch(address + path, { method, headers });
  let answer: Response;
  try {
    answer = await ask(routes.publish(), 'POST');
  } catch {
    // Nobody listens there.
    return null;
  }
  // Another server has the port by now.
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`The server does not publish: ${await answer.text()}`);
  for (;;) {
    const status = (await (await ask(routes.publishStatus())).json()) as Status;
    if (status.state === 'idle') {
      if (status.failure !== null) throw new Error(status.failure);
      return { line: `Published ${status.commit ?? 'the folder'}.`, problems: status.diagnostics };
    }
    await sleep(LOOK);
  }
}

/** What this program's own server says of itself. */
interface Status {
  readonly state: 'idle' | 'working';
  readonly commit: string | null;
  readonly failure: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function publishHere(publication: Publication): Promise<Published> {
  const { commit } = await publish(publication);
  const what = commit ?? publication.source.description;
  return {
    line: `No server runs here; the archive holds ${what} for the next start.`,
    problems: diagnostics(publication.database),
  };
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

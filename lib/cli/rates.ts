import { existsSync } from 'node:fs';
import { Publication } from '@/lib/publishing/publication';
import { BackupError } from '@/lib/rates/store/backup';
import { type Environment, EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { CommandError } from './commandError';
import { auditRates } from './rates/audit';
import { backUpRates, restoreRates } from './rates/backup';
import { fetchRates } from './rates/fetch';
import { importRates } from './rates/import';
import { showRates } from './rates/show';

const USAGE = `npm run rates -- fetch            fetch now, and say what came of it
npm run rates -- show             what is shown, stored and held back, and how providers do
npm run rates -- import FILE      take in history: date,KGS,KZT,... (FILE is named after its source,
                                  or --source ID says whose figures they are)
npm run rates -- audit            compare what all sources say; keep nothing of it
npm run rates -- backup FILE      write all that is stored into a file, also while the server runs
npm run rates -- restore FILE     take that back, in place of what is stored`;

/** Looks after the rates of a publication; the exit code is 1 where something is wrong with them. */
async function rates(): Promise<number> {
  const [command = '', ...values] = process.argv.slice(2);
  const keep = STORE_COMMANDS.get(command);
  if (keep) return keep(readEnvironment(process.env), values);
  const work = COMMANDS.get(command);
  if (!work) {
    console.error(command === '' ? USAGE : `There is no command "${command}".\n${USAGE}`);
    return 2;
  }
  return work(await openPublication(), values);
}

type Command = (publication: Publication, values: string[]) => Promise<number> | number;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['fetch', fetchRates],
  ['show', showRates],
  ['import', importRates],
  ['audit', auditRates],
]);

/** Those that need no publication, but the store alone. */
const STORE_COMMANDS: ReadonlyMap<string, (environment: Environment, values: string[]) => number> =
  new Map([
    ['backup', backUpRates],
    ['restore', restoreRates],
  ]);

async function openPublication(): Promise<Publication> {
  const environment = readEnvironment(process.env);
  if (!existsSync(environment.contentDir)) {
    throw new CommandError(`There is no folder ${environment.contentDir}; CONTENT_DIR names it.`);
  }
  const publication = Publication.open(environment);
  await publication.sync();
  return publication;
}

process.exitCode = await rates().catch((error: unknown) => {
  const isKnown = error instanceof CommandError || error instanceof EnvironmentError;
  if (error instanceof BackupError) console.error(error.message);
  else console.error(isKnown ? `${error.message}\n${USAGE}` : error);
  return 2;
});

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '@/lib/archive/database';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { sync } from '@/lib/archive/sync/sync';
import { compareDiagnostics, hasErrors } from '@/lib/content/diagnostics';
import { redirectLoops } from '@/lib/publishing/audits/redirectLoops';
import { renamedArticles } from '@/lib/publishing/audits/renamedArticles';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { readRates } from '@/lib/rates/files';
import { knownRates } from '@/lib/rates/rateBook';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { readEnvironment } from '@/lib/site/environment';
import { startProgress } from './progress';
import { FORMATS, isFormat, report } from './report';

const USAGE = 'npm run check -- [--content DIR] [--format text|json|github]';

/** Reads a whole publication and prints every problem in it; the exit code is 1 for errors. */
async function check(): Promise<number> {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, format: { type: 'string', default: 'text' } },
  });
  const { format } = values;
  if (!isFormat(format)) {
    console.error(`--format is one of ${FORMATS.join(', ')}.\n${USAGE}`);
    return 2;
  }
  const contentDir = resolve(values.content ?? process.env.CONTENT_DIR ?? 'content');
  const database = Database.inMemory();
  const progress = startProgress('Reading');
  await sync(database, contentDir, { onProgress: progress.update });
  progress.end();
  const rates = knownRates(readRates(contentDir), storedRates());
  const found = [
    ...diagnostics(database),
    ...rates.findings,
    ...moneyFindings(database, rates),
    ...redirectLoops(database),
    ...renamedArticles({ database, root: contentDir }),
  ];
  process.stdout.write(report(found.sort(compareDiagnostics), format, contentDir));
  return hasErrors(found) ? 1 : 0;
}

/** What was fetched here so far, if anything was: amounts in new articles are converted by it. */
function storedRates(): StoredObservation[] {
  const { dataDir } = readEnvironment(process.env);
  const path = join(dataDir, 'rates.db');
  if (!existsSync(path)) return [];
  const store = RateStore.open(path);
  const stored = store.all();
  store.close();
  return stored;
}

process.exitCode = await check().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  return 2;
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@/lib/archive/database';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { sync } from '@/lib/archive/sync/sync';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { compareDiagnostics, type Diagnostic } from '@/lib/content/diagnostics';
import { auditPublication } from '@/lib/publishing/audits/audits';
import type { Fix } from '@/lib/publishing/fixes/fix';
import { makeFixes } from '@/lib/publishing/fixes/fixes';
import { moneyFindings } from '@/lib/publishing/moneyFindings';
import { readRates } from '@/lib/rates/files';
import { knownRates } from '@/lib/rates/rateBook';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { readEnvironment } from '@/lib/site/environment';
import { startProgress } from '../progress';

/** A fix can bring to light what can be mended in turn; more often than this is a circle. */
const MOST_ROUNDS = 5;

/** Looks through a publication, the first time as a whole and later what changed. */
export class Desk {
  readonly #database = Database.inMemory();
  readonly #root: string;

  /** @param root absolute path of the publication */
  constructor(root: string) {
    this.#root = root;
  }

  /** Every problem as the files are now, in the order of the report. */
  async problems(): Promise<Diagnostic[]> {
    const progress = startProgress('Reading');
    await sync(this.#database, new FolderTree(this.#root, { hasHistory: false }), {
      onProgress: progress.update,
    });
    progress.end();
    const rates = knownRates(readRates(this.#root), storedRates());
    const found = [
      ...diagnostics(this.#database),
      ...rates.findings,
      ...moneyFindings(this.#database, rates),
      ...auditPublication({ database: this.#database, root: this.#root }),
    ];
    return found.sort(compareDiagnostics);
  }

  /** Mends what is safe to mend; gives what was done and what is left. */
  async mend(): Promise<{ fixes: Fix[]; left: Diagnostic[] }> {
    const fixes: Fix[] = [];
    let left = await this.problems();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const made = makeFixes(this.#database, this.#root, left);
      if (made.length === 0) break;
      fixes.push(...made);
      left = await this.problems();
    }
    return { fixes, left };
  }
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

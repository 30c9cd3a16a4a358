import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { Publication } from '@/lib/publishing/publication';
import { readEnvironment } from '@/lib/site/environment';
import { memoryOf } from './processFacts';

/** First argument of a process that the bench starts for one sync task. */
export const SYNC_TASK = 'sync-task';

/** What a sync task tells the bench; it comes from another process and is checked. */
export const syncResultSchema = z.strictObject({
  /** Milliseconds from opening the archive to its being up to the content. */
  opened: z.number(),
  /** Milliseconds of processor time for the same, of all threads. */
  openedCpu: z.number(),
  /** Files read on opening. */
  read: z.number(),
  /** Milliseconds of the sync after each edit of one article. */
  edits: z.array(z.number()),
  /** Problems in the publication. */
  problems: z.array(z.string()),
  /** Bytes; null where the system does not tell. */
  peakMemory: z.number().nullable(),
});

export type SyncResult = z.output<typeof syncResultSchema>;

/**
 * Opens and syncs the publication of CONTENT_DIR into DATA_DIR as `npm start` does, then edits
 * the given articles one after the other, with a sync after each.
 * @param edited paths of articles below the content folder
 */
export async function runSyncTask(edited: readonly string[]): Promise<SyncResult> {
  const environment = readEnvironment(process.env);
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const publication = Publication.open(environment);
  const { added, changed } = await publication.sync();
  const opened = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  const edits: number[] = [];
  for (const path of edited) {
    appendFileSync(join(environment.contentDir, path), '\nOne more sentence.\n');
    const before = performance.now();
    await publication.sync();
    edits.push(performance.now() - before);
  }
  const found = [...diagnostics(publication.database), ...publication.rates.findings];
  return {
    opened,
    openedCpu: (user + system) / 1000,
    read: added + changed,
    edits,
    problems: found.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`),
    peakMemory: memoryOf(process.pid).peak,
  };
}

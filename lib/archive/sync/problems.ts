import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Database } from '../database';
import type { Changes } from './changes';
import { crossCheck } from './crossCheck';
import { brokenLinks } from './links';
import { redirectLoops } from './redirectLoops';
import { missingFiles } from './siteSettings';
import { putFindings } from './store';

const OF_DIRTY = 'file IN (SELECT file FROM dirty)';

/** Finds anew what is wrong with the dirty files beside the rest of the publication. */
export function findPublicProblems(database: Database, { looked, diagnostics }: Changes): void {
  database.run(
    `DELETE FROM diagnostic WHERE origin = 'publication' AND rule NOT IN ('broken-link', 'redirect-loop') AND ${OF_DIRTY}`,
  );
  forgetPlaces(database, looked);
  put(database, diagnostics);
  put(database, missingFiles(database));
  put(database, crossCheck(database));
}

/** Finds anew which links of the dirty files lead nowhere. */
export function findBrokenLinks(database: Database): void {
  database.run(`DELETE FROM diagnostic WHERE rule = 'broken-link' AND ${OF_DIRTY}`);
  put(database, brokenLinks(database));
}

/** Finds anew which old addresses lead round in circles: each may run through several files. */
export function findRedirectLoops(database: Database): void {
  database.run("DELETE FROM diagnostic WHERE rule = 'redirect-loop'");
  put(database, redirectLoops(database));
}

/** Problems of files that are none of the publication's, or not there. */
function forgetPlaces(database: Database, looked: Changes['looked']): void {
  const nowhere = 'NOT EXISTS (SELECT 1 FROM file f WHERE f.path = diagnostic.file)';
  if (looked === null) database.run(`DELETE FROM diagnostic WHERE ${nowhere}`);
  for (const path of [...(looked ?? []), 'site.yml', 'sections.yml']) {
    database.run(`DELETE FROM diagnostic WHERE file = ? AND ${nowhere}`, path);
  }
}

function put(database: Database, diagnostics: readonly Diagnostic[]): void {
  for (const { file, ...finding } of diagnostics) {
    putFindings(database, file, 'publication', [finding]);
  }
}

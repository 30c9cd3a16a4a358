import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type RunningSite, type SiteOptions, startSite } from './server';

/** A folder for one test file, removed when its tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the sample publication that a test may change. */
export function copyOfContent(): string {
  const folder = temporaryFolder();
  cpSync('content', folder, { recursive: true });
  return folder;
}

/** A server of its own for the tests of a file or a `describe`. */
export function siteOf(options: SiteOptions): () => RunningSite {
  let site: RunningSite | undefined;
  beforeAll(async () => {
    site = await startSite(options);
  });
  afterAll(() => site?.stop());
  return () => {
    if (!site) throw new Error('The server does not run');
    return site;
  };
}

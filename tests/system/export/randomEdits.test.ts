import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '@/lib/cli/build';
import { needsBuild } from '@/lib/cli/buildState.mjs';
import { pagesFile } from '@/lib/server/app/builtFiles.mjs';
import { exportSite } from '@/lib/server/export/exportSite';
import { HOSTS } from '@/lib/server/export/hosts/hosts';
import { readEnvironment } from '@/lib/site/environment';
import { GitRepository } from '@/tests/fixtures/gitRepository';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { history, take } from '@/tests/integration/archive/steps';
import { filesOf, SITE_URL } from '@/tests/support/exports';

const root = process.cwd();

beforeAll(() => {
  if (needsBuild(root)) build({ root, say: console.error, output: 'standard error' });
});

/** Milliseconds after which no further history is begun: on a busy machine, one takes half a minute. */
const ENOUGH = 90_000;

/** In this process: hundreds of exports would start hundreds of others. */
function run(contentDir: string, dataDir: string, out: string) {
  const environment = readEnvironment({
    CONTENT_DIR: contentDir,
    DATA_DIR: dataDir,
    SITE_URL,
    RATES_REFRESH: 'off',
  });
  return exportSite({
    out,
    environment,
    root,
    // Any file stands for the program that would be started for many pages.
    program: pagesFile(join(root, '.next')),
    processes: 1,
    full: false,
    rates: false,
    search: false,
    hosts: new Set(HOSTS),
    checksAll: false,
    onProgress: () => undefined,
  });
}

/** Files of two exports that differ; the search index may be older than what stands beside it. */
function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => !name.startsWith('search/'))
    .filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)));
}

describe('exports after any edits', () => {
  it('hold what one from nothing holds', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'saxaul-test-'));
        const repository = GitRepository.of(SOUND_PUBLICATION);
        const [out, dataDir] = [join(folder, 'out'), join(folder, 'data')];
        try {
          await run(repository.folder, dataDir, out);
          for (const step of steps) {
            take(repository, step);
            const { failed } = await run(repository.folder, dataDir, out);
            expect(failed).toEqual([]);
          }
          const fresh = join(folder, 'fresh');
          await run(repository.folder, dataDir, fresh);
          expect(differing(filesOf(out), filesOf(fresh))).toEqual([]);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 5, interruptAfterTimeLimit: ENOUGH },
    );
  });
});

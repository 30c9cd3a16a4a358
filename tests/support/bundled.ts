import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Makes a program of TypeScript one file that Node 20 runs, for a test that starts it as a thread or a process.
 * @param entry path from the root of the repository
 * @returns absolute path of the file
 */
export function bundled(entry: string): string {
  // Within the repository, so that its packages are found.
  const folder = join(ROOT, '.saxaul', 'tests');
  mkdirSync(folder, { recursive: true });
  const name = entry.replace(/\.ts$/, '').replaceAll('/', '-');
  const outfile = join(folder, `${name}.${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, entry)],
    outfile,
    absWorkingDir: ROOT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Runs one of the commands beside this file: `node lib/cli/run.mjs check --format json`.
 * Node 20 does not run TypeScript, so the command is bundled first, which takes a few
 * hundredths of a second; packages stay outside the bundle.
 */
import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const name = process.argv[2] ?? '';
const entry = join(here, `${name}.ts`);

if (!/^[a-z]+$/.test(name) || !existsSync(entry)) {
  console.error(`There is no command "${name}"; package.json lists those that there are.`);
  process.exit(2);
}

// What is set in the environment itself wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');

const { build, stop } = await import('esbuild').catch(explain);
const outfile = join(root, '.saxaul', `${name}.mjs`);
// Another command may read the bundle at this moment: it is whole as soon as it has its name.
const unfinished = `${outfile}.${process.pid}`;
await build({
  entryPoints: [entry],
  outfile: unfinished,
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
// Its helper process would live as long as the command does.
await stop();
renameSync(unfinished, outfile);
process.argv.splice(1, 2, outfile);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href).catch(explain);

function explain(error) {
  const missing = /^Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) throw error;
  console.error(`The package ${missing} is not installed; run "npm ci".`);
  process.exit(1);
}

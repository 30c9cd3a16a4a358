/**
 * Runs one of the commands beside this file: `node lib/cli/run.mjs check --format json`. It is bundled
 * first, which takes a few hundredths of a second. `--bundle` bundles all of them and runs none, for
 * folders that cannot be written later.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportFile } from '../server/app/builtFiles.mjs';
import { needsBuild } from './buildState.mjs';
import { bundleAll, bundleOf, isCommand } from './bundle.mjs';
import { keepCompiledCode } from './compiledCode.mjs';

/** Commands that the site is built with; what stands beside this file sees to it that they are. */
const BUILT = { export: exportFile };

const name = process.argv[2] ?? '';
if (name === '--bundle') {
  await bundleAll().catch(explain);
  process.exit(0);
}
if (!isCommand(name)) {
  console.error(`There is no command "${name}"; package.json lists those that there are.`);
  process.exit(2);
}

// What is set in the environment itself wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');
process.argv.splice(2, 1);

const builtFile = BUILT[name]?.(join(process.cwd(), '.next'));
try {
  if (builtFile === undefined || needsBuild(process.cwd())) await runBundle();
  if (builtFile !== undefined) runBuilt(builtFile);
} catch (error) {
  explain(error);
}

async function runBundle() {
  const bundle = await bundleOf(name);
  if (bundle === null) {
    console.error(
      'The folder of the program cannot be written, and was not made ready: run "npm run build" as its owner.',
    );
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
}

function runBuilt(file) {
  keepCompiledCode(dirname(file));
  createRequire(file)(file);
}

function explain(error) {
  const missing = /^Cannot find (?:package|module) '([^'./][^']*)'/.exec(error.message)?.[1];
  const isMissing = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(error.code);
  if (!isMissing || missing === undefined) throw error;
  console.error(`The package ${missing} is not installed; run "npm ci".`);
  process.exit(1);
}

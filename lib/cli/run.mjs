/**
 * Runs one of the commands beside this file: `node lib/cli/run.mjs check --format json`. It is bundled
 * first, which takes a few hundredths of a second. `--bundle` bundles all of them and runs none, for
 * folders that cannot be written later.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleAll, bundleOf, isCommand } from './bundle.mjs';
import { keepCompiledCode } from './compiledCode.mjs';

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

const file = await bundleOf(name).catch(explain);
if (file === null) {
  console.error(
    'The folder of the program cannot be written, and was not made ready: run "npm run build" as its owner.',
  );
  process.exit(1);
}
process.argv.splice(1, 2, file);
await load(file).catch(explain);

async function load(bundle) {
  if (!bundle.endsWith('.cjs')) {
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(bundle).href);
    return;
  }
  keepCompiledCode([dirname(bundle), join(process.cwd(), '.next', 'saxaul')]);
  createRequire(bundle)(bundle);
}

function explain(error) {
  const missing = /^Cannot find (?:package|module) '([^'./][^']*)'/.exec(error.message)?.[1];
  const isMissing = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(error.code);
  if (!isMissing || missing === undefined) throw error;
  console.error(`The package ${missing} is not installed; run "npm ci".`);
  process.exit(1);
}

import { EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { build } from './build';
import { CommandError } from './commandError';
import { readOptions, USAGE } from './export/options';

/**
 * Builds the site, and with it the command itself (`export/command.ts`), which is run then. What is asked for is looked
 * at before, since a build takes long.
 */
function prepare(): void {
  const root = process.cwd();
  readOptions(process.argv.slice(2));
  readEnvironment(process.env, root);
  // Standard output may be for a list of addresses.
  build({ root, say: console.error, output: 'standard error' });
}

try {
  prepare();
} catch (error) {
  if (error instanceof CommandError) console.error(`${error.message}\n${USAGE}`);
  else console.error(error instanceof EnvironmentError ? error.message : error);
  process.exit(1);
}

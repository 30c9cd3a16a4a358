import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { CommandError } from './commandError';
import { isWritable } from './isWritable';

/**
 * Builds the site as `npm run build` does.
 * @param root folder of the program
 * @throws CommandError where it cannot be built; the message says what to do
 */
export function build(root: string): void {
  if (!isWritable(root)) {
    throw new CommandError(
      `The program has changed since it was built, and ${root} cannot be written: ` +
        'run "npm run build" there as its owner.',
    );
  }
  // Standard output may be for a list of addresses.
  console.error('Building the site (needed once, and after changes of the program) ...');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const run = spawnSync(process.execPath, [next, 'build'], {
    stdio: ['inherit', 2, 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (run.status !== 0) throw new CommandError('The build failed; the lines above say why.');
}

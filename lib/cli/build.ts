import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { CommandError } from './commandError';

/**
 * Builds the site as `npm run build` does.
 * @throws CommandError where that fails; its own lines say why
 */
export function build(): void {
  console.error('Building the site (needed once, and after changes of the program) ...');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const run = spawnSync(process.execPath, [next, 'build'], {
    // Standard output may be for a list of addresses.
    stdio: ['inherit', 2, 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (run.status !== 0) throw new CommandError('The build failed; the lines above say why.');
}

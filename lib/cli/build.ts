import { type StdioOptions, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { CommandError } from './commandError';
import { isWritable } from './isWritable';

/** Where what the build prints goes. */
type BuildOutput = 'standard output' | 'standard error' | 'say';

const STREAMS: Readonly<Record<BuildOutput, StdioOptions>> = {
  'standard output': 'inherit',
  'standard error': ['ignore', 2, 2],
  say: ['ignore', 'pipe', 'pipe'],
};

interface BuildOptions {
  /** Folder of the program. */
  readonly root: string;
  readonly say: (text: string) => void;
  readonly output: BuildOutput;
}

/**
 * Builds the site as `npm run build` does.
 * @throws CommandError where it cannot be built; the message says what to do
 */
export function build({ root, say, output }: BuildOptions): void {
  if (!isWritable(root)) {
    throw new CommandError(
      `The program has changed since it was built, and ${root} cannot be written: ` +
        'run "npm run build" there as its owner.',
    );
  }
  say('Building the site (needed once, and after changes of the program) ...');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const run = spawnSync(process.execPath, [next, 'build'], {
    stdio: STREAMS[output],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  // Null where it went to a stream of this process.
  const printed = `${run.stdout ?? ''}${run.stderr ?? ''}`.trimEnd();
  if (printed !== '') say(printed);
  if (run.status !== 0) throw new CommandError('The build failed; the lines above say why.');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What program it is that runs. */
export interface ProgramFacts {
  /** As package.json has it. */
  readonly version: string;
  /** Names the build. */
  readonly build: string;
  /** Milliseconds since 1970. */
  readonly started: number;
}

const manifest = z.object({ version: z.string() });

/** @param root folder of the built site */
export function programFacts(root: string): ProgramFacts {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const build = readFileSync(join(root, '.next', 'BUILD_ID'), 'utf8').trim();
  return { version, build, started: Math.round(performance.timeOrigin) };
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pagesFile } from '@/lib/server/app/pagesFile';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Whether the site has to be built: there is no build, or a source of the program is newer than it. */
export function needsBuild(root: string): boolean {
  const built = statSync(join(root, '.next', 'BUILD_ID'), { throwIfNoEntry: false });
  // Programs before this one built no pages of their own.
  if (!built || !existsSync(pagesFile(join(root, '.next')))) return true;
  return SOURCES.some((source) => newest(join(root, source)) > built.mtimeMs);
}

function newest(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

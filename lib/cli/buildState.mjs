import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportFile, pagesFile } from '../server/app/builtFiles.mjs';

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

/**
 * Whether the site has to be built: there is no build, or a source of the program is newer than it.
 * @param {string} root folder of the program
 */
export function needsBuild(root) {
  const distDir = join(root, '.next');
  const built = statSync(join(distDir, 'BUILD_ID'), { throwIfNoEntry: false });
  // Programs before this one bundled less.
  const isWhole = [pagesFile, exportFile].every((file) => existsSync(file(distDir)));
  if (!built || !isWhole) return true;
  return SOURCES.some((source) => newest(join(root, source)) > built.mtimeMs);
}

/** @param {string} path */
function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

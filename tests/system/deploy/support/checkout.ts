import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Some seconds in place of minutes: commands whose result this checkout has already, with what brings
 * it into a root and gives what is left to be run there.
 */
export const asInCheckout: ReadonlyMap<string, (root: string) => string> = new Map([
  ['npm ci --omit=dev', takePackages],
  ['npm run build', takeBuild],
]);

function takePackages(root: string): string {
  const folder = join(root, 'app');
  // By links where that can be: all that follows makes files or removes them, and changes none.
  const way = ['-al', '-a'].find((option) => copies(option, folder));
  if (way === undefined) throw new Error('node_modules cannot be copied');
  // But for this one, which npm writes in its place.
  rmSync(join(folder, 'node_modules', '.package-lock.json'));
  return 'npm prune --omit=dev --offline --ignore-scripts';
}

function copies(option: string, folder: string): boolean {
  try {
    execFileSync('cp', [option, 'node_modules', folder], { stdio: 'ignore' });
    return true;
  } catch {
    // Links do not lead from one file system to another.
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    return false;
  }
}

function takeBuild(root: string): string {
  const isLeftOut = (path: string) => /^\.next\/(?:cache|dev|trace)/.test(path);
  for (const path of ['.next', 'public/islands']) {
    mkdirSync(join(root, 'app', path), { recursive: true });
    cpSync(path, join(root, 'app', path), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: (source) => !isLeftOut(source),
    });
  }
  // A build comes after the sources that it is made of, by the clock that their times are of.
  const mark = join(root, 'app', '.next', 'BUILD_ID');
  writeFileSync(mark, readFileSync(mark));
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return scripts.build.replace(/^next build && /, '');
}

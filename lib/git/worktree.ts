import { git } from './git';
import { type Rename, readRenames } from './output';

/**
 * Files below a folder of a working tree that differ from the commit that is checked out, as
 * paths from that folder; untracked files are not among them.
 * @throws GitError where Git fails
 */
export function uncommittedFiles(folder: string): string[] {
  const output = git(
    ['diff', '--name-only', '-z', '--no-renames', '--relative', 'HEAD', '--', '.'],
    {
      cwd: folder,
    },
  );
  return output
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
}

/**
 * Files below a folder of a working tree that Git knows to be renamed since the commit that is
 * checked out, with half or more of them as it was; paths are from that folder. A file that was
 * moved without Git counts once it is added.
 * @throws GitError where Git fails
 */
export function uncommittedRenames(folder: string): Rename[] {
  const args = ['diff', '--name-status', '-z', '--diff-filter=R', '-M50%', '--relative', 'HEAD'];
  return readRenames(git([...args, '--', '.'], { cwd: folder }).toString('utf8'));
}

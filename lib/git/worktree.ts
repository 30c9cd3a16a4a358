import { git } from './git';

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

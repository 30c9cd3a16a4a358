import { existsSync } from 'node:fs';
import { GitError, git } from './git';
import { isInRepository } from './isInRepository';
import { type ObjectName, Repository } from './repository';

/** A repository as seen from a folder in its working tree. */
export interface Enclosing {
  /** Its files below the folder. */
  readonly repository: Repository;
  /** The commit that is checked out. */
  readonly head: ObjectName;
}

/**
 * The repository that a folder is part of; null where there is none, none with a commit, or no
 * Git on this machine.
 * @param folder absolute path
 */
export function enclosingRepository(folder: string): Enclosing | null {
  if (!existsSync(folder) || !isInRepository(folder)) return null;
  try {
    const output = git(['rev-parse', '--show-prefix', '--verify', 'HEAD^{commit}'], {
      cwd: folder,
    });
    const [prefix = '', head = ''] = output.toString('utf8').split('\n');
    return { repository: new Repository({ cwd: folder }, prefix), head };
  } catch (error) {
    // Git says in this way that there is no repository.
    if (error instanceof GitError) return null;
    throw error;
  }
}

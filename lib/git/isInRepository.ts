import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether a folder may be part of a repository's working tree, without starting Git, which takes a hundredth of a second:
 * it would find `.git` in it or above.
 * @param folder absolute path of a folder that is there
 */
export function isInRepository(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsBuild } from '../../buildState.mjs';
import { isWritable } from '../../isWritable';
import { type Check, error, ok, warning } from '../finding';

export const build: Check = {
  name: 'build',
  run: ({ root }) => {
    const isBuilt = existsSync(join(root, '.next', 'BUILD_ID'));
    if (!needsBuild(root)) return [ok('The build is there, and newer than the sources.')];
    if (!isWritable(root)) {
      return [
        error(
          isBuilt ? 'The build is older than the sources.' : 'There is no build.',
          `Run "npm run build" as a user who may write ${root}: the user of the server may not.`,
        ),
      ];
    }
    const found = isBuilt ? 'The build is older than the sources' : 'There is no build';
    return [warning(`${found}; the next start builds first.`, 'Run "npm run build" before.')];
  },
};

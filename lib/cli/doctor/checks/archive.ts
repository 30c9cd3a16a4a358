import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programRevision } from '@/lib/publishing/revision';
import { counted } from '@/lib/site/counted';
import { inspectFile } from '@/lib/sqlite/inspect';
import { type Check, type Finding, ok, warning } from '../finding';

export const archive: Check = {
  name: 'archive',
  run: ({ root, environment: { dataDir } }) => {
    const path = join(dataDir, 'archive.db');
    if (!existsSync(path)) return [ok('There is no archive yet; the first start makes it.')];
    const inspection = inspectFile(path, (ask) => ({
      revision: ask('SELECT name FROM revision'),
      files: Number(ask('SELECT COUNT(*) FROM file')),
      errors: Number(ask("SELECT COUNT(*) FROM diagnostic WHERE severity = 'error'")),
    }));
    if (inspection.kind === 'damaged') {
      return [
        warning(
          `The archive is damaged (${inspection.trouble}).`,
          `Stop the server, delete ${path} with what begins by the same name, and start it: the archive is made anew of the content.`,
        ),
      ];
    }
    const { revision, files, errors } = inspection.result;
    const state =
      revision === programRevision(root)
        ? ok(`The archive is sound, with ${counted(files, 'file')} of the publication.`)
        : ok(
            'The archive was made by another version of the program; the next start makes it anew.',
          );
    return [state, judgeErrors(errors)];
  },
};

function judgeErrors(errors: number): Finding {
  if (errors === 0) return ok('The content had no errors when it was read last.');
  return warning(
    `The content had ${counted(errors, 'error')} when it was read last; readers see what was before, or nothing, in those places.`,
    '"npm run check" lists them.',
  );
}

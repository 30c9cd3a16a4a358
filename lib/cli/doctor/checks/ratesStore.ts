import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LAYOUT } from '@/lib/rates/store/schema';
import { counted } from '@/lib/site/counted';
import { inspectFile } from '@/lib/sqlite/inspect';
import { type Check, error, ok } from '../finding';

export const ratesStore: Check = {
  name: 'rates',
  run: ({ environment: { dataDir } }) => {
    const path = join(dataDir, 'rates.db');
    if (!existsSync(path)) return [ok('There is no store of rates yet; the first start makes it.')];
    const inspection = inspectFile(path, (ask) => ({
      layout: Number(ask('SELECT user_version FROM pragma_user_version')),
      figures: Number(ask('SELECT COUNT(*) FROM observation')),
    }));
    if (inspection.kind === 'damaged') {
      return [
        error(
          `The store of rates is damaged (${inspection.trouble}).`,
          `Stop the server and put ${path} back from a backup. Without one, the next start puts it aside and begins with the figures of content/rates/.`,
        ),
      ];
    }
    const { layout, figures } = inspection.result;
    if (layout > LAYOUT) {
      return [
        error(
          'The store of rates was made by a later version of the program.',
          'Update the program, or put the store aside.',
        ),
      ];
    }
    return [ok(`The store of rates is sound, with ${counted(figures, 'figure')}.`)];
  },
};

import { join, resolve } from 'node:path';
import { backUp, restore } from '@/lib/rates/store/backup';
import { counted } from '@/lib/site/counted';
import type { Environment } from '@/lib/site/environment';
import { CommandError } from '../commandError';

/** Writes the store into a file; 0, since whatever goes wrong is thrown. */
export function backUpRates({ dataDir }: Environment, values: string[]): number {
  const file = oneFile(values, 'Name one file to write the backup to.');
  const figures = backUp(join(dataDir, 'rates.db'), file);
  console.log(`${counted(figures, 'figure')} written to ${file}.`);
  return 0;
}

/** Takes a file that `backUpRates` wrote in place of the store; 0, since whatever goes wrong is thrown. */
export function restoreRates({ dataDir }: Environment, values: string[]): number {
  const file = oneFile(values, 'Name one file to restore from.');
  const { before, after } = restore(join(dataDir, 'rates.db'), file);
  console.log(`${counted(after, 'figure')} of ${file} in place of ${before}.`);
  return 0;
}

function oneFile(values: string[], advice: string): string {
  const [file, ...more] = values;
  if (file === undefined || more.length > 0) throw new CommandError(advice);
  return resolve(file);
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Publication } from '@/lib/publishing/publication';
import { lastPossibleDay } from '@/lib/rates/dates';
import { parseObservations } from '@/lib/rates/observationsFile';
import type { RateStore } from '@/lib/rates/store/rateStore';
import { counted } from '@/lib/site/counted';
import { CommandError } from '../commandError';

/**
 * Takes a table of history into the store, all of it or nothing: figures of days that are stored
 * already are corrected, and that is logged.
 */
export function importRates(publication: Publication, values: string[]): number {
  const { positionals, values: options } = parseArgs({
    args: values,
    allowPositionals: true,
    options: { source: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CommandError('Name one file to import.');
  const source = options.source ?? basename(file).replace(/\.csv$/i, '');
  requireSource(publication, source);
  const lastDay = lastPossibleDay(new Date());
  const { value, findings } = parseObservations(readText(file), source, lastDay);
  for (const { line, column, rule, message } of findings) {
    console.error(`${file}:${line}:${column} error ${rule} ${message}`);
  }
  if (findings.length > 0) {
    console.error('Nothing was imported: mend the file and try again.');
    return 1;
  }
  const { store } = publication.rateBook;
  const fates = putAll(store, value);
  const said = (['new', 'revised', 'same'] as const).map(
    (fate) => `${fates.filter((one) => one === fate).length} ${fate}`,
  );
  console.log(`${counted(value.length, 'figure')} of ${source}: ${said.join(', ')}.`);
  return 0;
}

type Observations = ReturnType<typeof parseObservations>['value'];

function putAll(store: RateStore, observations: Observations) {
  const fetchedAt = Date.now();
  return store.write(() =>
    observations.map((one) => store.put({ ...one, via: 'import', nominal: 1, fetchedAt })),
  );
}

function requireSource({ rates }: Publication, source: string): void {
  const known = rates.sources.filter(({ kind }) => kind !== 'peg').map(({ id }) => id);
  if (known.some((id) => id === source)) return;
  throw new CommandError(
    `No source is called "${source}": name it by --source (${known.join(', ')}), or list it in rates/sources.yml.`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} cannot be read (${reason}).`);
  }
}

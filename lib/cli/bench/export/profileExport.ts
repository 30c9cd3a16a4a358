import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileSchema, shareByGroup } from '../profile/groups';
import { type ExportPlaces, runExport } from './runExport';

/**
 * What the time of an export's pages is made of: a profile of one process that makes them all, once pictures are there.
 * What runs in threads beside it (compression, files) is not in it.
 * @param parent folder for the profile
 */
export function profileExport(places: ExportPlaces, parent: string): [string, number][] {
  const folder = join(parent, 'profile');
  mkdirSync(folder);
  runExport(places, ['--cpu-prof', `--cpu-prof-dir=${folder}`], ['--processes', '1']);
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error('The export has written no profile');
  return shareByGroup(profileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

import type { ObjectName } from './repository';

/** A file that was given another name. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A file that a commit changed, and its content before and after; null where there is none. */
export interface RawChange {
  readonly path: string;
  readonly mode: string;
  readonly before: ObjectName | null;
  readonly object: ObjectName | null;
}

const MISSING = /^0+$/;

/** Reads `--raw -z`: `:oldmode newmode old new status`, then one path, or two for a rename. */
export function rawChanges(output: string): RawChange[] {
  const fields = output.split('\0');
  const changes: RawChange[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const [, mode, before, object, status] =
      /^\n?:\d+ (\d+) (\w+) (\w+) ([A-Z])\d*$/.exec(fields[index] ?? '') ?? [];
    if (mode === undefined || before === undefined || object === undefined) continue;
    index += status === 'R' || status === 'C' ? 2 : 1;
    const path = fields[index] ?? '';
    changes.push({ path, mode, before: existing(before), object: existing(object) });
  }
  return changes;
}

function existing(object: ObjectName): ObjectName | null {
  return MISSING.test(object) ? null : object;
}

/** With -z, a NUL stands between the head of a commit and its changes. */
export function split(entry: string): [string, string] {
  const end = entry.indexOf('\0');
  return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
}

/** The fields of output that was asked for with -z. */
export function records(output: string): string[] {
  return output.split('\0').filter((record) => record !== '');
}

/** Reads `--name-status -z` of renames: how alike the two files are, then both paths. */
export function readRenames(output: string): Rename[] {
  const fields = records(output);
  const renames: Rename[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const [status = '', from, to] = fields.slice(index, index + 3);
    if (!/^\s*R\d+$/.test(status) || from === undefined || to === undefined) continue;
    renames.push({ from, to });
    index += 2;
  }
  return renames;
}

import { parseArgs } from 'node:util';
import { HOSTS, type HostName, readHosts } from '@/lib/server/export/hosts/hosts';
import { CommandError } from '../commandError';

export const USAGE = `npm run export -- --out DIR [--rates] [--search] [--full] [--check] [--hosts ${HOSTS.join(',')}]
                  [--processes N] [--since COMMIT [--as addresses|files] [--list FILE]]`;

const OPTIONS = {
  out: { type: 'string' },
  rates: { type: 'boolean', default: false },
  search: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  processes: { type: 'string' },
  hosts: { type: 'string', default: HOSTS.join(',') },
  since: { type: 'string' },
  as: { type: 'string', default: 'addresses' },
  list: { type: 'string' },
} as const;

/** What is asked of an export. */
export interface CommandOptions {
  readonly out: string;
  readonly rates: boolean;
  readonly search: boolean;
  readonly full: boolean;
  readonly check: boolean;
  /** Null where it is not said. */
  readonly processes: number | null;
  readonly hosts: ReadonlySet<HostName>;
  readonly since: string | undefined;
  readonly as: 'addresses' | 'files';
  readonly list: string | undefined;
}

/**
 * Reads what was typed behind the command.
 * @throws CommandError for what it does not know
 */
export function readOptions(typed: readonly string[]): CommandOptions {
  const values = valuesOf(typed);
  const { out, as, list, since } = values;
  const processes = values.processes === undefined ? null : Number(values.processes);
  const hosts = readHosts(values.hosts);
  if (out === undefined || out === '') throw new CommandError('--out names the folder.');
  if (hosts === null) throw new CommandError(`--hosts names some of ${HOSTS.join(', ')}.`);
  if (as !== 'addresses' && as !== 'files') throw new CommandError('--as is addresses or files.');
  if (processes !== null && !(Number.isInteger(processes) && processes > 0)) {
    throw new CommandError('--processes is a number from 1.');
  }
  if (list !== undefined && since === undefined) throw new CommandError('--list needs --since.');
  const { rates, search, full, check } = values;
  return { out, rates, search, full, check, processes, hosts, since, as, list };
}

function valuesOf(typed: readonly string[]) {
  try {
    return parseArgs({ options: OPTIONS, args: [...typed] }).values;
  } catch (error) {
    // Node says in this way which of them is no option, or lacks its value.
    if (error instanceof TypeError) throw new CommandError(error.message);
    throw error;
  }
}

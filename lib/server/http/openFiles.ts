import { existsSync, readFileSync } from 'node:fs';

/** For the archive, pictures, the threads and the programs that are started. */
const OWN = 256;
/** Where the system does not tell: what macOS allows. */
const UNKNOWN = 4_096;

/**
 * Number of connections that fit into what the system lets a process open.
 * @param limits what Linux says of the process (proc_pid_limits(5)); null on other systems
 */
export function roomForConnections(limits: string | null): number {
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits ?? '')?.[1];
  if (soft === 'unlimited') return Number.MAX_SAFE_INTEGER;
  const files = soft === undefined ? UNKNOWN : Number(soft);
  return Math.max(Math.floor(files / 2), files - OWN);
}

/** What Linux says of this process; Node has raised what may be raised when it started. */
export function ownLimits(): string | null {
  const file = '/proc/self/limits';
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

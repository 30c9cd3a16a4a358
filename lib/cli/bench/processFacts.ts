import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Memory that a process holds, in bytes; null where the system gives no way to ask. */
export interface Memory {
  readonly now: number | null;
  /** The most that it ever held. */
  readonly peak: number | null;
}

/** Memory of a running process, this one or another. */
export function memoryOf(pid: number): Memory {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { now: kilobytes(status, 'VmRSS'), peak: kilobytes(status, 'VmHWM') };
  }
  const own = pid === process.pid;
  return {
    now: own ? process.memoryUsage.rss() : residentSetSize(pid),
    peak: own ? process.resourceUsage().maxRSS * 1024 : null,
  };
}

/** Linux counts processor time in hundredths of a second, on every machine. */
const TICK = 10;

/** Processor time of a running process and all its threads, in milliseconds; null but on Linux. */
export function processorTimeOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name that may hold spaces; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

function kilobytes(status: string, field: string): number | null {
  const value = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return value === undefined ? null : Number(value) * 1024;
}

function residentSetSize(pid: number): number | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]);
  const value = Number(String(stdout).trim());
  return status === 0 && value > 0 ? value * 1024 : null;
}

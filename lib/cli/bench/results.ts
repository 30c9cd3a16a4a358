import { cpus, totalmem } from 'node:os';
import type { PageMeasures } from './measurePages';
import type { SyncMeasures } from './measureSync';
import type { PartResult } from './part';
import type { Memory } from './processFacts';
import type { Yardstick } from './yardstick';

/** Everything measured with a publication of one size. */
export interface SizeResult {
  readonly articles: number;
  /** Load average of the last minute before anything was measured: 0 on an idle machine. */
  readonly load: number;
  /** Share of the processors' time that the host gave to other machines meanwhile, 0 to 1. */
  readonly stolen: number | null;
  readonly yardstick: Yardstick;
  readonly sync: SyncMeasures;
  readonly pages: readonly PageMeasures[];
  /** Processor time of the server for one page of any kind; null where it is not known. */
  readonly processorTime: number | null;
  /** The server's, in bytes, after all pages have been asked for. */
  readonly serverMemory: Memory;
}

/** What the numbers were measured on. */
export interface Machine {
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
}

/** A whole run. Times are in milliseconds, memory and weights in bytes. */
export interface BenchResult {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  /** By number of articles, fewest first. */
  readonly sizes: readonly SizeResult[];
  /** What was measured once. */
  readonly parts: readonly PartResult[];
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    processor: processors[0]?.model.trim() || 'unknown processor',
    cores: processors.length,
    memory: totalmem(),
  };
}

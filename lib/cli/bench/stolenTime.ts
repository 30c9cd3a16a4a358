import { readFileSync } from 'node:fs';

interface ProcessorTicks {
  /** Time that programs of this machine wanted a processor for. */
  readonly wanted: number;
  /** The part of it in which the host ran other machines. */
  readonly stolen: number;
}

/**
 * Starts to watch how much of the processors' time a virtual machine's host gives to others.
 * @returns tells the share of the wanted time since then, from 0 to 1; null but on Linux
 */
export function watchStolenTime(): () => number | null {
  const before = processorTicks();
  return () => {
    const after = processorTicks();
    if (before === null || after === null) return null;
    const wanted = after.wanted - before.wanted;
    return wanted === 0 ? 0 : (after.stolen - before.stolen) / wanted;
  };
}

function processorTicks(): ProcessorTicks | null {
  return process.platform === 'linux' ? readTicks(readFileSync('/proc/stat', 'utf8')) : null;
}

/** Reads the sum over all processors in the form of Linux's /proc/stat (see proc_stat(5)). */
export function readTicks(stat: string): ProcessorTicks | null {
  const fields = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(' ').map(Number);
  if (fields === undefined) return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, stolen = 0] = fields;
  return { wanted: user + nice + system + irq + softIrq + stolen, stolen };
}

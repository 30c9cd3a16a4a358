import { once } from 'node:events';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { IN_WORKSHOP } from './premises';

/** The way to the thread that serves, as seen from within a workshop. */
export interface Inside {
  /** What the workshop was opened with. */
  readonly setup: unknown;
  send(message: unknown): void;
  /** Orders that came before are not lost. */
  onMessage(take: (message: unknown) => void): void;
}

/** Whether this program was started to work off orders. */
export function isInside(): boolean {
  return !isMainThread || process.argv[2] === IN_WORKSHOP;
}

/** Takes up work where `isInside`. */
export async function goInside(): Promise<Inside> {
  const port = parentPort;
  if (port !== null) {
    return {
      setup: workerData,
      send: (message) => port.postMessage(message),
      onMessage: (take) => void port.on('message', take),
    };
  }
  // The process that serves ends this one. From a terminal, both get the signal.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.once('disconnect', () => process.exit());
  const [setup] = await once(process, 'message');
  return {
    setup,
    send: (message) => void process.send?.(message, undefined, {}, () => undefined),
    onMessage: (take) => void process.on('message', take),
  };
}

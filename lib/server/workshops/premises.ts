import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** Says to the program that it is started as a process of a workshop. */
export const IN_WORKSHOP = '--in-workshop';

/** Where orders are worked off, as seen from the thread that serves. */
export interface Premises {
  send(message: unknown): void;
  /** Ends it at once, whatever it is doing. */
  close(): Promise<void>;
}

/** What becomes of the premises. */
export interface Observer {
  readonly onMessage: (message: unknown) => void;
  /** Given each of its standard streams: what programs of others print in there. */
  readonly onOutput: (output: Readable, level: 'info' | 'error') => void;
  readonly onFault: (error: Error) => void;
  readonly onEnd: (code: number | null) => void;
}

/** Opens premises in which a bundled program runs `work`, with its setup. */
export type OpenPremises = (program: string, setup: unknown, observer: Observer) => Premises;

/**
 * Megabytes of JavaScript memory. By its own measure a thread lets much more come together before it
 * tidies up: two that had made 900 pages took 665 MB with all else, and 490 MB with these.
 */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** So that the log names places in the sources. */
const SOURCE_MAPS = ['--enable-source-maps'];

/** A thread of this process: messages are quick, and memory is this process's. */
export const openThread: OpenPremises = (
  program,
  setup,
  { onMessage, onOutput, onFault, onEnd },
) => {
  const worker = new Worker(program, {
    workerData: setup,
    resourceLimits: THREAD_MEMORY,
    execArgv: SOURCE_MAPS,
    stdout: true,
    stderr: true,
  });
  onOutput(worker.stdout, 'info');
  onOutput(worker.stderr, 'error');
  worker.on('message', onMessage);
  worker.once('error', onFault);
  worker.once('exit', onEnd);
  return {
    send: (message) => worker.postMessage(message),
    close: async () => {
      await worker.terminate();
    },
  };
};

/**
 * A process: for work that runs other programs. To start one, the system copies the tables of the
 * whole memory of the process that does it: 27 ms for a server of 500 MB, and readers wait for it.
 */
export const openProcess: OpenPremises = (
  program,
  setup,
  { onMessage, onOutput, onFault, onEnd },
) => {
  const child = fork(program, [IN_WORKSHOP], {
    execArgv: SOURCE_MAPS,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout) onOutput(child.stdout, 'info');
  if (child.stderr) onOutput(child.stderr, 'error');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', onMessage);
  child.once('error', onFault);
  child.once('exit', onEnd);
  // What cannot be sent to a process that has just ended is lost with it.
  const send = (message: unknown): void => void child.send(message as object, () => undefined);
  send(setup);
  return {
    send,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

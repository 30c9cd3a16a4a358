import type { Readable } from 'node:stream';
import { type Level, log } from './log';

/** Characters of one line; what has no end must not grow for ever. */
const LONGEST = 64 * 1024;

/**
 * Logs what a program of others prints, such as a framework in a thread: what it writes at once
 * becomes one line of the log.
 * @param from who prints it, for those who read the log
 */
export function relayOutput(output: Readable, level: Level, from: string): void {
  let pending = '';
  const write = (): void => {
    const message = pending.trimEnd();
    pending = '';
    if (message !== '') log[level](message, { fields: { from } });
  };
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    pending += chunk;
    if (pending.endsWith('\n') || pending.length > LONGEST) write();
  });
  output.on('end', write);
  // What breaks off with the other side is lost with it.
  output.on('error', write);
}

import type { IncomingMessage } from 'node:http';

interface BodyLimits {
  readonly maxBytes: number;
  /** Milliseconds for the whole body. */
  readonly patience: number;
}

/** How the reading of a body ended; all but the first leave it unread in part. */
export type BodyEnd = 'complete' | 'too-large' | 'too-slow' | 'broken-off';

/** Reads a request's body as it comes in, and stops where it grows too large or too old. */
export function readBody(
  request: IncomingMessage,
  take: (chunk: Buffer) => void,
  { maxBytes, patience }: BodyLimits,
): Promise<BodyEnd> {
  return new Promise((resolve) => {
    let bytes = 0;
    const end = (how: BodyEnd): void => {
      clearTimeout(timer);
      request.off('data', read).off('end', complete).off('close', brokenOff).pause();
      resolve(how);
    };
    const read = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > maxBytes) end('too-large');
      else take(chunk);
    };
    const complete = (): void => end('complete');
    const brokenOff = (): void => end('broken-off');
    const timer = setTimeout(() => end('too-slow'), patience);
    request.on('data', read).once('end', complete).once('close', brokenOff);
    // A connection that breaks says so by an error too; `close` follows it.
    request.on('error', () => {});
  });
}

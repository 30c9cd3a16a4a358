import type { ServerResponse } from 'node:http';

/** The body of a response that was kept back; its head is not sent yet. */
export interface HeldBody {
  readonly bytes: Buffer;
  /** Sends a body, this one or another, with the head as it then stands. */
  readonly send: (body: Buffer | string) => void;
}

/**
 * Keeps back the body of a response whose status asks for it, so that another can be sent.
 * Resolves with null for a response that went its way, or whose reader went away.
 */
export function holdResponse(
  response: ServerResponse,
  shouldHold: (status: number) => boolean,
): Promise<HeldBody | null> {
  return new Promise((resolve) => {
    const write = response.write.bind(response);
    const end = response.end.bind(response);
    const flushHeaders = response.flushHeaders.bind(response);
    const chunks: Buffer[] = [];
    const passes = (): boolean => {
      if (shouldHold(response.statusCode)) return false;
      resolve(null);
      return true;
    };
    Object.assign(response, {
      flushHeaders: () => {
        if (passes()) flushHeaders();
      },
      write: (...given: Parameters<ServerResponse['write']>) => {
        if (passes()) return write(...given);
        keep(chunks, given);
        return true;
      },
      end: (...given: Parameters<ServerResponse['end']>) => {
        if (passes()) return end(...given);
        keep(chunks, given);
        resolve({ bytes: Buffer.concat(chunks), send: (body) => end(body) });
        return response;
      },
    });
    response.once('close', () => resolve(null));
  });
}

/** Takes the arguments of write() or end(): a chunk, its encoding and a callback, each optional. */
function keep(chunks: Buffer[], given: readonly unknown[]): void {
  const [chunk, encoding] = given;
  if (typeof chunk === 'string') {
    const named = typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
    chunks.push(Buffer.from(chunk, named));
  } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  const done = given.find((argument) => typeof argument === 'function');
  if (typeof done === 'function') process.nextTick(done);
}

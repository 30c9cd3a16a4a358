import type { IncomingMessage, ServerResponse } from 'node:http';
import { KEEP } from './headers';

interface JsonAnswer {
  readonly status: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Bytes that are let come in unread, so that the connection can be used again. */
const SMALL = 64 * 1024;
/** Milliseconds for a client to read its answer while it is still sending. */
const LINGER = 500;

/**
 * Answers a program. A body that is still coming in is not read on: the connection is closed, a
 * moment later, since to close it at once would take the answer from those who still write.
 */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  { status, value, headers }: JsonAnswer,
): void {
  const body = Buffer.from(`${JSON.stringify(value)}\n`);
  const isCut = !request.complete && !isSmall(request);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': KEEP.never,
    ...headers,
    ...(isCut && { Connection: 'close' }),
  });
  if (request.method === 'HEAD') response.end();
  else if (!isCut) response.end(body);
  else {
    request.pause();
    response.write(body);
    const timer = setTimeout(() => response.end(), LINGER);
    response.once('close', () => clearTimeout(timer));
  }
}

function isSmall({ headers }: IncomingMessage): boolean {
  // Where the client waits for leave to send, nothing may come for ever.
  if (headers.expect !== undefined || headers['transfer-encoding'] !== undefined) return false;
  return Number(headers['content-length'] ?? 0) <= SMALL;
}

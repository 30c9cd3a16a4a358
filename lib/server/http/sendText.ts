import type { IncomingMessage, ServerResponse } from 'node:http';
import { KEEP } from './headers';

/** Answers with one line of text, where there is no page to answer with. */
export function sendText(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  line: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `${line}\n`;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': KEEP.never,
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

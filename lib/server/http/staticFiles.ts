import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import send from 'send';
import { KEEP } from './headers';
import { negotiateEncoding } from './negotiate';

interface StaticFacts {
  /** Media type; by the file's name where it is not given. */
  readonly type?: string;
  /** Whether its address changes with its content. */
  readonly isImmutable: boolean;
  /** Who may show it in pages of their own (Fetch Standard, Cross-Origin-Resource-Policy). */
  readonly usableBy: 'same-origin' | 'cross-origin';
}

/** A file to send, by its absolute path, or what would be in one that cannot be written. */
export type StaticContent = StaticFacts &
  ({ readonly file: string } | { readonly bytes: Uint8Array });

/** What the library says of a file that it cannot send. */
interface SendError extends Error {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a file: ranges, validators and conditional requests are the library's. Resolves with false,
 * and nothing sent, where the file is not there any more.
 */
export async function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  content: StaticContent,
  fields: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { type, isImmutable, usableBy } = content;
  response.setHeader('Cross-Origin-Resource-Policy', usableBy);
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value);
  if (type !== undefined) response.setHeader('Content-Type', type);
  if ('file' in content) return sendFile(request, response, content.file, isImmutable);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', content.bytes.length);
  response.end(request.method === 'HEAD' ? undefined : content.bytes);
  return true;
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  isImmutable: boolean,
): Promise<boolean> {
  const compressed = precompressed(request, file);
  if (compressed) {
    response.setHeader('Content-Encoding', compressed.encoding);
    response.setHeader('Vary', 'Accept-Encoding');
  }
  response.setHeader('Cache-Control', isImmutable ? KEEP.immutable : KEEP.file);
  const type = TYPES[extname(file)];
  if (type !== undefined) response.setHeader('Content-Type', type);
  return new Promise((resolve, reject) => {
    response.once('close', () => resolve(true));
    send(request, encodeURI(compressed?.path ?? file), { dotfiles: 'allow' })
      .on('error', (error: SendError) => {
        const { status, headers } = error;
        if (status === 416) response.writeHead(status, { ...headers }).end();
        else if (status === 404) {
          for (const name of response.getHeaderNames()) response.removeHeader(name);
          resolve(false);
        } else reject(error);
      })
      .pipe(response);
  });
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8' };
const SUFFIXES = { br: '.br', gzip: '.gz' } as const;

function precompressed(request: IncomingMessage, path: string) {
  const encoding = negotiateEncoding(request.headers['accept-encoding']);
  if (encoding === 'identity') return undefined;
  const compressed = path + SUFFIXES[encoding];
  return existsSync(compressed) ? { encoding, path: compressed } : undefined;
}

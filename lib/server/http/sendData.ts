import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fresh from 'fresh';
import type { Encoding } from '../pages/page';
import { negotiateEncoding } from './negotiate';

/** A small text for programs, complete with its headers. */
export interface Data {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers with data, compressed where that is asked for, or by 304 where the copy is still good. */
export function sendData(
  request: IncomingMessage,
  response: ServerResponse,
  { body, headers }: Data,
  common: Readonly<Record<string, string>>,
): void {
  const etag = headers.ETag;
  const fields = { ...headers, ...common, Vary: 'Accept-Encoding' };
  // Programs that send a validator by `fetch` send `no-cache` with it, and mean the validator.
  const validator = request.headers['if-none-match'];
  if (etag !== undefined && fresh({ 'if-none-match': validator }, { etag })) {
    response.writeHead(304, fields).end();
    return;
  }
  const encoding = negotiateEncoding(request.headers['accept-encoding']);
  const bytes = compress(body, encoding);
  response.writeHead(200, {
    ...fields,
    // The forms differ in their bytes, so that only the plain one has the strong name.
    ...(etag !== undefined && encoding !== 'identity' && { ETag: `W/${etag}` }),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function compress(body: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'br':
      return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    case 'gzip':
      return gzipSync(body);
    case 'identity':
      return Buffer.from(body);
  }
}

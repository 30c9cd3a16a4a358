import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import type { FinishedDocument } from '../pages/document';
import type { Encoding } from '../pages/page';
import { KEEP } from './headers';
import { negotiateEncoding } from './negotiate';

/** Browsers show XML, and markup within it, as a page of this site: it may do nothing but look. */
export const DOCUMENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Sends a document, or 304 where the reader's copy is still good, by either validator (RFC 9110,
 * section 13). Each form has a strong name of its own.
 */
export function sendDocument(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  document: FinishedDocument,
  common: Readonly<Record<string, string>>,
): void {
  const { status, type, bodies, name, modified, fields } = document;
  const isText = bodies.br !== undefined;
  const encoding: Encoding = isText ? negotiateEncoding(headers['accept-encoding']) : 'identity';
  const isRefusal = status !== 200;
  const etag = `"${name}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const lastModified = modified === null ? undefined : new Date(modified).toUTCString();
  const head = {
    ...common,
    'Cache-Control': keepFor(document),
    ...(!isRefusal && { ETag: etag }),
    ...(lastModified !== undefined && { 'Last-Modified': lastModified }),
    ...(isText && { Vary: 'Accept-Encoding' }),
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy': DOCUMENT_POLICY,
    ...fields,
  };
  // Programs that send a validator by `fetch` send `no-cache` with it, and mean the validator.
  const validators = {
    'if-none-match': headers['if-none-match'],
    'if-modified-since': headers['if-modified-since'],
  };
  if (!isRefusal && fresh(validators, { etag, 'last-modified': lastModified })) {
    response.writeHead(304, head).end();
    return;
  }
  const body = bodies[encoding] ?? Buffer.alloc(0);
  response.writeHead(status, {
    ...head,
    'Content-Type': type,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function keepFor({ status, isImmutable }: FinishedDocument): string {
  if (status !== 200) return KEEP.missing;
  return isImmutable ? KEEP.immutable : KEEP.page;
}

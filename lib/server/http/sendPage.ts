import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import fresh from 'fresh';
import { LRUCache } from 'lru-cache';
import type { Encoding, Page } from '../pages/page';
import {
  type Audience,
  commonFields,
  type Fields,
  pageFields,
  type Tag,
  tags,
  validators,
} from './headers';
import { negotiateEncoding } from './negotiate';

/** Sends a page with a status. */
export type SendPage = (
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  status: number,
  audience?: Audience,
) => void;

/**
 * Prepares the sending of pages. Head and body go out in one write, so that they share the
 * packets of the connection's first flight; heads are made once for each form of a page.
 */
export function pageSender(siteUrl: string, tag: Tag): SendPage {
  const common = commonFields(siteUrl);
  const heads = new WeakMap<Page, Map<string, Fields>>();

  return (request, response, page, status, audience = 'all') => {
    const { headers } = request;
    const isPrivate = audience === 'reader';
    if (status === 200 && !isPrivate && headers['if-none-match'] !== undefined) {
      if (fresh(headers, { etag: page.etag })) {
        const known = [...validators(page, status, audience), ...tags(page, status, tag)];
        response.writeHead(304, [...known, ...common]).end();
        return;
      }
    }
    const encoding = negotiateEncoding(headers['accept-encoding']);
    const body = bodyOf(page, encoding);
    const mayPrefetch = status === 200 && !isPrivate && headers['save-data'] !== 'on';
    let forms = heads.get(page);
    if (forms === undefined) {
      forms = new Map();
      heads.set(page, forms);
    }
    // The most frequent names are not put together anew for every request.
    const form = mayPrefetch ? encoding : `${status} ${encoding} ${audience}`;
    let fields = forms.get(form);
    if (fields === undefined) {
      const { length } = body;
      const made = pageFields(page, { status, encoding, mayPrefetch, length, audience }, tag);
      fields = [...made, ...common];
      forms.set(form, fields);
    }
    // Node only reads the array, though its type says otherwise.
    response.writeHead(status, fields as string[]);
    if (request.method === 'HEAD') response.end();
    else response.end(body);
  };
}

/** Few ask for the plain form: it is made from another, and kept for a few pages at a time. */
const plain = new LRUCache<Page, Buffer>({ max: 8 });

function bodyOf(page: Page, encoding: Encoding): Buffer {
  if (encoding === 'br') return page.brotli;
  if (encoding === 'gzip') return page.gzip;
  const known = plain.get(page);
  if (known) return known;
  const body = brotliDecompressSync(page.brotli);
  plain.set(page, body);
  return body;
}

import { cpSync } from 'node:fs';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { temporaryFolder } from '@/tests/support/content';
import { PAGES, type PageKind } from '../support/pages';

/** The sample publication with an article that has everything an article can have. */
export function contentWithEverything(): string {
  const folder = temporaryFolder();
  cpSync('content', folder, { recursive: true });
  cpSync('tests/fixtures/everything', folder, { recursive: true });
  return folder;
}

export const EVERYTHING = '/articles/how-a-page-crosses-a-slow-line';

/** One page of every kind, and the article that has everything. */
export const ALL_PAGES: readonly PageKind[] = [
  ...PAGES,
  {
    kind: 'article with everything',
    path: EVERYTHING,
    status: 200,
    isListed: true,
    heading: 'How a page crosses a slow line',
  },
];

/** A page as it comes over the line, in Brotli. */
export interface LinePage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the status line and the header fields, as sent. */
  readonly headBytes: number;
  readonly bodyBytes: number;
  readonly html: string;
}

/** Asks for a page as a browser does, and counts what comes over the line. */
export function fetchLine(address: string): Promise<LinePage> {
  const headers = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };
  return new Promise((resolve, reject) => {
    request(address, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const body = Buffer.concat(chunks);
        const { statusCode = 0, statusMessage = '', rawHeaders } = response;
        const received: Record<string, string> = {};
        let headBytes = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n\r\n`.length;
        for (let index = 0; index < rawHeaders.length; index += 2) {
          const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
          received[name.toLowerCase()] = value;
          headBytes += Buffer.byteLength(`${name}: ${value}\r\n`);
        }
        resolve({
          status: statusCode,
          headers: received,
          headBytes,
          bodyBytes: body.length,
          html: brotliDecompressSync(body).toString('utf8'),
        });
      });
    })
      .once('error', reject)
      .end();
  });
}

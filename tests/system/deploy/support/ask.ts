import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The host that the files in deploy/ are written for. */
export const HOST = 'news.example';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, compressed where it is. */
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** The name that TLS asks for, where it is not that of the site. */
  readonly servername?: string;
}

export type Ask = (path: string, question?: Question) => Promise<Reply>;

/** Asks whoever serves `HOST` on a port of this machine over TLS, each time by a connection of its own. */
export function asker(port: number, certificate: Buffer): Ask {
  return async (path, { method = 'GET', headers = {}, body, servername = HOST } = {}) => {
    const asked = request({
      ...{ host: '127.0.0.1', port, path, method, servername, ca: certificate, agent: false },
      headers: { Host: HOST, ...headers },
    });
    const answered = once(asked, 'response');
    // Who refuses a body hangs up, as soon as that is said.
    asked.on('error', () => undefined);
    asked.end(body);
    const [answer] = (await answered) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const { headers: fields, statusCode: status = 0 } = answer;
    return { status, headers: fields, bytes, text: plain(bytes, fields['content-encoding']) };
  };
}

function plain(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  return bytes.toString();
}

import { Agent, get } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { SitePath } from '@/lib/site/routes';

/** An answer of the server. */
export interface FetchedPage {
  readonly status: number;
  /** Milliseconds from the request to the last byte. */
  readonly milliseconds: number;
  /** Bytes of the status line and the header fields. */
  readonly headBytes: number;
  /** Bytes of the body as they came over the line. */
  readonly sentBytes: number;
  /** The body without its compression. */
  readonly html: string;
}

/** Asks for pages one after the other over one connection, as a browser does: in Brotli. */
export class PageClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** @throws Error where the connection breaks or the body has an unknown compression */
  async get(path: SitePath): Promise<FetchedPage> {
    const start = performance.now();
    const { status, rawHeaders, encoding, body } = await this.#request(path);
    const milliseconds = performance.now() - start;
    return {
      status,
      milliseconds,
      headBytes: headBytes(rawHeaders),
      sentBytes: body.length,
      html: decode(body, encoding).toString('utf8'),
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  #request(path: SitePath): Promise<Answer> {
    const headers = { 'accept-encoding': 'br', accept: 'text/html' };
    return new Promise((resolve, reject) => {
      const request = get(this.#address + path, { agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            rawHeaders: response.rawHeaders,
            encoding: response.headers['content-encoding'],
            body: Buffer.concat(chunks),
          }),
        );
      });
      request.once('error', reject);
    });
  }
}

interface Answer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly encoding: string | undefined;
  readonly body: Buffer;
}

const STATUS_LINE = 'HTTP/1.1 200 OK\r\n';
const END_OF_HEAD = '\r\n';

/** Names and values come in turns; each pair is a line with ": " and a line break. */
function headBytes(rawHeaders: readonly string[]): number {
  const fields = rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);
  return STATUS_LINE.length + fields + END_OF_HEAD.length;
}

function decode(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  throw new Error(`The server sent a page as ${encoding}, which nobody asked for`);
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FetchedPage } from './fetchPage';

/** Bytes of a page. */
export interface Weight {
  /** HTML without compression. */
  readonly identity: number;
  /** HTML as the server sent it, which was asked for gzip. */
  readonly gzip: number;
  /** Response head and HTML compressed by the bench with Brotli, quality 11. */
  readonly brotli: number;
  /** Number of script elements. */
  readonly scripts: number;
  /** The same without script elements, those with data alone (JSON-LD) excepted. */
  readonly bare: { readonly identity: number; readonly gzip: number; readonly brotli: number };
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Weighs a page as it came and without its scripts. */
export async function weigh(page: FetchedPage): Promise<Weight> {
  const bare = withoutScripts(page.html);
  const [brotli, bareBrotli, bareGzip] = await Promise.all([
    brotliBytes(page.html),
    brotliBytes(bare),
    compressGzip(bare),
  ]);
  return {
    identity: Buffer.byteLength(page.html),
    gzip: page.sentBytes,
    brotli: page.headBytes + brotli,
    scripts: page.html.match(SCRIPT)?.length ?? 0,
    bare: {
      identity: Buffer.byteLength(bare),
      gzip: bareGzip.length,
      brotli: page.headBytes + bareBrotli,
    },
  };
}

const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const DATA_TYPE = /\btype="application\/(?:ld\+)?json"/;
const SCRIPT_PRELOAD = /<link\b(?=[^>]*\bas="script")[^>]*>/g;

/** The page as it will be without its framework's scripts, and without what fetches them early. */
export function withoutScripts(html: string): string {
  return html
    .replace(SCRIPT, (element, attributes: string) => (DATA_TYPE.test(attributes) ? element : ''))
    .replace(SCRIPT_PRELOAD, '');
}

async function brotliBytes(html: string): Promise<number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const compressed = await compressBrotli(Buffer.from(html), { params });
  return compressed.length;
}

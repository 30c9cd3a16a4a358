import type { FetchedPage } from './fetchPage';

/** Bytes of a page. */
export interface Weight {
  /** HTML without compression. */
  readonly identity: number;
  /** Response head and body as they came, in Brotli. */
  readonly brotli: number;
  /** Number of script elements. */
  readonly scripts: number;
}

const SCRIPT = /<script\b/g;

export function weigh({ html, headBytes, sentBytes }: FetchedPage): Weight {
  return {
    identity: Buffer.byteLength(html),
    brotli: headBytes + sentBytes,
    scripts: html.match(SCRIPT)?.length ?? 0,
  };
}

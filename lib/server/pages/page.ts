import type { WebLink } from '@/lib/discovery/linkField';
import type { Shown } from '@/lib/publishing/shown';
import { hashOf } from '@/lib/site/hashOf';
import type { FinishedHtml } from '../finish/finishHtml';
import { contentSecurityPolicy } from '../http/policy';
import { steadyFor } from './steadiness';
import { weigh } from './weigh';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/** How a body is sent (RFC 9110, section 8.4.1). */
export type Encoding = (typeof ENCODINGS)[number];

/** Something made of the publication that is kept for those who ask next. */
export interface Kept {
  /** What of the publication it shows. */
  readonly shown: ReadonlySet<Shown>;
  /** Milliseconds for which the clock leaves it true. */
  readonly steadyFor: number;
  /** Bytes that it takes in memory, about. */
  readonly size: number;
}

/** A page as it goes over the line, ready in every form that readers ask for. */
export interface Page extends Kept {
  readonly brotli: Buffer;
  readonly gzip: Buffer;
  /**
   * Names the content, whatever its encoding; weak, since the forms differ in their bytes
   * (RFC 9110, section 8.8.1).
   */
  readonly etag: string;
  readonly policy: string;
  /** What the answer links to: the other forms of the page. */
  readonly links: readonly WebLink[];
}

/** What headers, objects and names take beside the two bodies. */
const OVERHEAD = 4096;

/** Weighs and compresses a finished page. */
export async function makePage(finished: FinishedHtml, shown: ReadonlySet<Shown>): Promise<Page> {
  const { html, brotli, gzip } = await weigh(finished.parts);
  return {
    brotli,
    gzip,
    etag: `W/"${hashOf(html)}"`,
    policy: contentSecurityPolicy(finished),
    links: finished.links,
    shown,
    steadyFor: steadyFor(finished.parts.join(''), Date.now()),
    size: brotli.length + gzip.length + OVERHEAD,
  };
}

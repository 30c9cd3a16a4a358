import type { Instant } from '@/lib/site/dates';
import type { SitePath } from '@/lib/site/routes';

/** A document that is at another address by now. */
export interface MovedDocument {
  readonly moved: SitePath;
}

/**
 * Of an answer; all but the first refuse: a malformed question, one with nothing to say to it, a form
 * that is not made (RFC 9110, section 15).
 */
export type DocumentStatus = 200 | 400 | 404 | 501;

/** What the site says to programs at an address of its own: a feed, a sitemap, a picture to share. */
export interface Document {
  /** 200 where it is not given. */
  readonly status?: DocumentStatus;
  /** Media type with its parameters. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** When the newest thing in it was published or changed; null where nothing in it has a date. */
  readonly modified: Instant | null;
  /** Whether its address changes with its content. */
  readonly isImmutable?: boolean;
  /** Milliseconds for which the clock leaves it true; ten minutes where it is not given. */
  readonly steadyFor?: number;
  /** Header fields beside those that every document has. */
  readonly fields?: Readonly<Record<string, string>>;
}

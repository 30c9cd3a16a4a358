import type { Instant } from '@/lib/site/dates';
import type { SitePath } from '@/lib/site/routes';

/** A document that is at another address by now. */
export interface MovedDocument {
  readonly moved: SitePath;
}

/** What the site says to programs at an address of its own: a feed, a sitemap, a picture to share. */
export interface Document {
  /** Media type with its parameters. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Of HTTP; 200 where it is not given. What is refused is not kept. */
  readonly status?: number;
  /** When the newest thing in it was published or changed; null where nothing in it has a date. */
  readonly modified: Instant | null;
  /** Whether its address changes with its content. */
  readonly isImmutable?: boolean;
  /** Milliseconds for which the clock leaves it true; ten minutes where it is not given. */
  readonly steadyFor?: number;
  /** Header fields beside those that every document has. */
  readonly fields?: Readonly<Record<string, string>>;
}

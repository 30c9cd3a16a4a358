import type { Reader } from '@/lib/archive/reader';
import type { SitePath } from '@/lib/site/routes';
import type { Document } from './document';
import { feedAt } from './feeds/feedAt';
import { indexNowKeyAt } from './indexNowKeyAt';
import { openSearchAt } from './openSearch';
import { robotsAt } from './robots';
import { newsSitemapAt } from './sitemaps/newsSitemapAt';
import { sitemapAt } from './sitemaps/sitemapAt';

/** What documents are made of: one snapshot of the publication, and what stands around it. */
export interface DocumentContext {
  readonly reader: Reader;
  /** Public address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** What the address uses of its query; see `usedQuery`. */
  readonly query: URLSearchParams;
  /** Address of the WebSub hub that tells feed readers of what is new; null where there is none. */
  readonly hub: string | null;
  /** Null where search engines are told nothing. */
  readonly indexNowKey: string | null;
}

/**
 * Makes what is at an address; null where there is nothing after all. Whatever is read of the
 * publication is read before the first `await`: the snapshot ends with the call.
 */
export type MakeDocument = (context: DocumentContext) => Document | Promise<Document> | null;

/** Tells by its address alone whether a document may be there. */
export type DocumentKind = (path: SitePath) => MakeDocument | null;

const KINDS: readonly DocumentKind[] = [
  feedAt,
  sitemapAt,
  newsSitemapAt,
  robotsAt,
  openSearchAt,
  indexNowKeyAt,
];

/** What makes the document at an address; null where no document can be. */
export function documentAt(path: SitePath): MakeDocument | null {
  for (const kind of KINDS) {
    const make = kind(path);
    if (make !== null) return make;
  }
  return null;
}

import type { Reader } from '@/lib/archive/reader';
import type { SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import { articleFormAt } from './articles/articleFormAt';
import type { Document, MovedDocument } from './document';
import type { FeedItem } from './feeds/feed';
import { feedAt } from './feeds/feedAt';
import { iconAt } from './icons/iconAt';
import { manifestAt } from './icons/manifestAt';
import { indexNowKeyAt } from './indexNowKeyAt';
import { oembedAt } from './oembed/oembedAt';
import { openSearchAt } from './openSearchAt';
import { robotsAt } from './robots';
import { shareImageAt } from './shareImages/shareImageAt';
import { newsSitemapAt } from './sitemaps/newsSitemapAt';
import { sitemapAt } from './sitemaps/sitemapAt';

/** What `portableBody` gives of an article, where somebody has it already; null where it has to be rendered. */
export type BodyAtHand = (reader: Reader, slug: ArticleSlug) => string | null;

/** Gives the article of a feed that `make` would make, where somebody has it already. */
export type ItemAtHand = (reader: Reader, slug: ArticleSlug, make: () => FeedItem) => FeedItem;

/** What documents are made of: one snapshot of the publication, and what stands around it. */
export interface DocumentContext {
  readonly reader: Reader;
  /** Public address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** What the address uses of its query; see `usedQuery`. */
  readonly query: URLSearchParams;
  readonly bodyAtHand?: BodyAtHand;
  readonly itemAtHand?: ItemAtHand;
  /** Address of the WebSub hub that tells feed readers of what is new; null where there is none. */
  readonly hub: string | null;
  /** Null where search engines are told nothing. */
  readonly indexNowKey: string | null;
  readonly files: DocumentFiles;
}

/** Files that documents are made of, or kept in. */
export interface DocumentFiles {
  /** Absolute path of a file that the program itself brings, by its name in `public/`. */
  readonly own: (name: string) => string;
  /** Absolute path of a picture `media/NAME` as it is published; null where there is none. */
  readonly picture: (path: string) => string | null;
  /** What was made under a name before; it is made where it was not. */
  readonly kept: (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

/**
 * Makes what is at an address; null where there is nothing after all. Whatever is read of the
 * publication is read before the first `await`: the snapshot ends with the call.
 */
export type MakeDocument = (
  context: DocumentContext,
) => Document | MovedDocument | Promise<Document> | null;

/** Tells by its address alone whether a document may be there. */
export type DocumentKind = (path: SitePath) => MakeDocument | null;

const KINDS: readonly DocumentKind[] = [
  feedAt,
  articleFormAt,
  oembedAt,
  sitemapAt,
  newsSitemapAt,
  robotsAt,
  openSearchAt,
  manifestAt,
  iconAt,
  shareImageAt,
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

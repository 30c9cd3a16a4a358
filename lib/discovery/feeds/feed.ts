import { lastChange } from '@/lib/archive/lastChange';
import type { ListKey } from '@/lib/archive/queries/lists';
import { pictureFile } from '@/lib/archive/queries/pictures';
import { newestWhole, type WholeArticle } from '@/lib/archive/queries/wholeArticles';
import type { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import type { Instant } from '@/lib/site/dates';
import { absolute, type FeedFormat, routes, type SitePath } from '@/lib/site/routes';
import type { DocumentContext } from '../documents';
import { authorNames, type NamedPage, subjectNames } from '../names';
import { portableBody } from '../portableBody';
import { type PortablePicture, pictureHtml, portablePicture } from '../portablePicture';
import { correctionsHtml } from './correctionsHtml';

/** A list of articles that can be followed. */
export interface FeedList {
  readonly key: ListKey;
  readonly title: string;
  readonly description: string;
  /** The page that shows the list. */
  readonly path: SitePath;
}

/** A list as a feed says it, whatever its format; all addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the page that the feed follows. */
  readonly page: string;
  /** Of the feed itself. */
  readonly self: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Of the publication, as the IANA names it: dates are written with its offset. */
  readonly timeZone: string;
  /** Of the site; large and small, both square PNG. */
  readonly icon: string;
  readonly favicon: string;
  /** Where readers can be told of what is new as it appears (WebSub); null where nobody is. */
  readonly hub: string | null;
  /** The newest date in it; null while it is empty. */
  readonly modified: Instant | null;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The whole article: picture, body and corrections. */
  readonly html: string;
  readonly published: Instant;
  /** The last change that readers were told of. */
  readonly modified: Instant;
  readonly language: string;
  readonly authors: readonly NamedPage[];
  readonly categories: readonly FeedCategory[];
  readonly picture: PortablePicture | null;
}

/** A list that an article stands in, as feeds name what it is about. */
export interface FeedCategory {
  /** The last part of the list's address, which stays when it is renamed. */
  readonly term: string;
  /** Names the kind of lists, as the address that all of them begin with. */
  readonly scheme: string;
  /** As readers know it. */
  readonly label: string;
}

/** What one feed holds: full texts, about half a megabyte. */
const ITEMS = 20;

/** The newest articles of a list, as a feed in one of the formats says them. */
export function feedOf(context: DocumentContext, list: FeedList, format: FeedFormat): Feed {
  const { reader, siteUrl, hub, itemAtHand = (_, __, make) => make() } = context;
  const { site } = reader;
  const items = newestWhole(reader, list.key, ITEMS).map((whole) =>
    itemAtHand(reader, whole.article.slug, () => feedItem(context, whole)),
  );
  return {
    title: list.title,
    description: list.description,
    page: absolute(siteUrl, list.path),
    self: absolute(siteUrl, routes.feed(format, list.path)),
    language: site.language,
    timeZone: site.timeZone,
    icon: absolute(siteUrl, routes.madeIcon('512')),
    favicon: absolute(siteUrl, routes.madeIcon('48')),
    hub,
    modified: items.length === 0 ? null : Math.max(...items.map(({ modified }) => modified)),
    items,
  };
}

function feedItem({ reader, siteUrl, bodyAtHand }: DocumentContext, whole: WholeArticle): FeedItem {
  const { article } = whole;
  const url = absolute(siteUrl, routes.article(article.slug));
  const file = article.image && pictureFile(reader, article.image.src);
  const picture = article.image && file && portablePicture(siteUrl, article.image, file);
  const html = [
    picture ? pictureHtml(picture) : '',
    bodyAtHand?.(reader, article.slug) ?? portableBody(reader, siteUrl, whole),
    correctionsHtml(article, reader.site),
  ].join('');
  return {
    url,
    title: article.title,
    summary: article.summary,
    html,
    published: article.published.at,
    modified: lastChange(article, reader.now),
    language: article.lang,
    authors: authorNames(reader, siteUrl, article),
    categories: categories(reader, siteUrl, article),
    picture,
  };
}

function categories(reader: Reader, siteUrl: string, article: ArticleRecord): FeedCategory[] {
  const { section, countries, topics } = subjectNames(reader, siteUrl, article);
  return [section, ...countries, ...topics].map(({ name, url }) => {
    const end = url.lastIndexOf('/');
    return { term: url.slice(end + 1), scheme: url.slice(0, end), label: name };
  });
}

import { pageOf, routes, type SitePath } from '@/lib/site/routes';
import type { GeneratedArticle } from '../generate/article';

type Article = Omit<GeneratedArticle, 'text'>;

/** The kinds of pages and feeds that an edit is followed to. */
export const FOLLOWED_KINDS = ['article', 'author', 'section', 'front', 'feed'] as const;

export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** A page that shows an article's headline. */
export interface Place {
  readonly kind: FollowedKind;
  readonly path: SitePath;
}

/** The newest articles that the front page shows for certain, beside those set by the editors. */
export const ON_FRONT = 10;
/** The newest articles that the site's feed holds for certain. */
const IN_FEED = 10;
const PER_PAGE = 10;

const PLACES: Readonly<
  Record<FollowedKind, (article: Article, all: readonly Article[]) => SitePath | null>
> = {
  article: ({ slug }) => routes.article(slug),
  author: (article, all) => {
    const [author] = article.authors;
    if (author === undefined) return null;
    const page = pageWith(article, all, ({ authors }) => authors.includes(author));
    return pageOf(routes.person(author), page);
  },
  section: (article, all) => {
    const page = pageWith(article, all, ({ section }) => section === article.section);
    return pageOf(routes.section(article.section), page);
  },
  front: (article, all) => (all.slice(-ON_FRONT).includes(article) ? routes.front() : null),
  feed: (article, all) => (all.slice(-IN_FEED).includes(article) ? routes.feed('rss') : null),
};

/**
 * The pages that show an article, of every kind the one on which it stands now.
 * @param all the articles of the publication, oldest first
 */
export function placesOf(article: Article, all: readonly Article[]): Place[] {
  return FOLLOWED_KINDS.flatMap((kind) => {
    const path = PLACES[kind](article, all);
    return path === null ? [] : [{ kind, path }];
  });
}

/** The page of a list, from 1, on which an article stands. */
function pageWith(
  article: Article,
  all: readonly Article[],
  isInList: (one: Article) => boolean,
): number {
  const newer = all.slice(all.indexOf(article) + 1).filter(isInList).length;
  return 1 + Math.floor(newer / PER_PAGE);
}

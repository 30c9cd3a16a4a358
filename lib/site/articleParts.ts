/** Parts of an article that readers see, in the order in which its history tells of them. */
export const ARTICLE_PARTS = [
  'title',
  'summary',
  'authors',
  'section',
  'genre',
  'dateline',
  'picture',
  'body',
  'corrections',
] as const;

export type ArticlePart = (typeof ARTICLE_PARTS)[number];

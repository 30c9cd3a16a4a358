import type { ListKey } from './queries/lists';

/**
 * Something of the publication that a page shows, so that the page has to be made anew when it
 * changes: one article, or what lists show of it; which articles are related to it, and which are
 * translations of it; one person, static page or picture; what stands in a list of articles, and in
 * which order; anything at all of the articles in a list; which lists of a kind there are; or what all
 * pages share.
 */
export type Shown =
  | `article:${string}`
  | `card:${string}`
  | `related:${string}`
  | `translations:${string}`
  | `author:${string}`
  | `page:${string}`
  | `media:${string}`
  | `list:${ListKey['kind']}:${string}`
  | `changes:${ListKey['kind']}:${string}`
  | `lists:${ListKey['kind']}`
  | 'authors'
  | 'pages'
  | 'corrections'
  | 'front'
  | 'rates'
  | 'site';

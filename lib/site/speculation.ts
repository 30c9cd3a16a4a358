import { routes } from './routes';

/**
 * What browsers may fetch ahead of need (HTML Standard, speculation rules): the page behind a link
 * that a reader points at or touches. Not for readers who save data: the early island marks
 * what it learns of that, and the server sends them no rules.
 */
export const SPECULATION_RULES = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          // What a search finds is made for each who asks, and for nobody who only points at it.
          { not: { href_matches: `${routes.search()}\\?*` } },
          // Files, such as pictures and feeds.
          { not: { href_matches: `${routes.front()}*.*` } },
          { not: { selector_matches: '[data-saving] a, a[rel~="nofollow"], a[download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
} as const;

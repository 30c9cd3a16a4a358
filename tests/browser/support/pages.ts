import { sample } from './sample';

export interface PageKind {
  readonly kind: string;
  readonly path: string;
  readonly status: 200 | 404;
  /** The page's main heading. */
  readonly heading: string;
  /** Whether search engines may list it. */
  readonly isListed: boolean;
}

const found = (kind: string, path: string, heading: string): PageKind => {
  return { kind, path, heading, status: 200, isListed: true };
};

/** One page of every kind that the site has, and of the forms of a kind that differ in markup. */
export const PAGES: readonly PageKind[] = [
  found('front page', '/', 'Saxaul Courier'),
  found('people', '/people', 'Our People'),
  found('profile', '/people/aliya-haidar', 'Aliya Haidar'),
  found('profile without a picture', '/people/nodira-yuldasheva', 'Nodira Yuldasheva'),
  found(
    'article',
    '/articles/almaty-airport-hostage-trial',
    sample('articles/2025/04/almaty-airport-hostage-trial.md').title,
  ),
  found(
    'article with a table, footnotes and a series',
    '/articles/how-an-official-rate-is-set',
    sample('articles/2026/02/how-an-official-rate-is-set.md').title,
  ),
  found(
    'article with corrections',
    '/articles/how-we-handle-corrections',
    sample('articles/2026/10/how-we-handle-corrections.md').title,
  ),
  found(
    'article in another language',
    '/articles/kak-ustanavlivayut-ofitsialnyy-kurs',
    sample('articles/2026/02/kak-ustanavlivayut-ofitsialnyy-kurs.md').title,
  ),
  found('section', '/sections/society', 'Society'),
  found('country', '/countries/kazakhstan', 'Kazakhstan'),
  found('second page of a list', '/countries/kazakhstan/page/2', 'Kazakhstan'),
  found('topic', '/topics/exchange-rates', 'exchange rates'),
  found('archive', '/archive', 'Archive'),
  found('month', '/archive/2025/04', 'April 2025'),
  found('corrections', '/corrections', 'Corrections'),
  found('exchange rates', '/rates', 'Exchange rates'),
  found('currency', '/rates/kzt', 'Kazakhstani Tenge to the US dollar'),
  found('currency that is fixed', '/rates/tmt', 'Turkmenistani Manat to the US dollar'),
  found('static page', '/about', sample('pages/about.md').title),
  { ...found('search', '/search', 'Search'), isListed: false },
  { ...found('what a search finds', '/search?q=rate', 'Results for “rate”'), isListed: false },
  { ...found('status', '/status', 'Status'), isListed: false },
  {
    kind: 'unknown address',
    path: '/no/such/page',
    heading: 'This page does not exist',
    status: 404,
    isListed: false,
  },
];

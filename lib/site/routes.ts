import type { Country } from './countries';
import type { CurrencyCode } from './currencyCodes';
import type { ArticleSlug, AuthorSlug, PageSlug, SectionSlug, TopicSlug } from './slug';

/** A path on this site: starts with a slash, no host, no trailing slash but for the root. */
export type SitePath = `/${string}`;

/** The forms in which a list of articles can be followed: RSS 2.0, Atom, JSON Feed 1.1. */
export type FeedFormat = 'rss' | 'atom' | 'json';

/** A calendar month as `YYYY-MM`. */
export type Month = `${number}-${number}`;

/** Addresses as a reader asks for them, whose names may belong to nothing. */
export const asked = {
  article: (slug: string): SitePath => `/articles/${slug}`,
  history: (slug: string): SitePath => `/articles/${slug}/history`,
  person: (slug: string): SitePath => `/people/${slug}`,
  section: (slug: string): SitePath => `/sections/${slug}`,
  country: (slug: string): SitePath => `/countries/${slug}`,
  topic: (slug: string): SitePath => `/topics/${slug}`,
  month: (year: string, month: string): SitePath => `/archive/${year}/${month}`,
  rate: (code: string): SitePath => `/rates/${code}`,
  path: (segments: readonly string[]): SitePath => `/${segments.join('/')}`,
} as const;

/** Every address of the site. No other module writes a path by hand. */
export const routes = {
  front: (): SitePath => '/',
  article: (slug: ArticleSlug): SitePath => asked.article(slug),
  /** What changed in an article since it was published. */
  history: (slug: ArticleSlug): SitePath => asked.history(slug),
  /** An article that is not published yet, for those who were given a token. */
  preview: (token: string): SitePath => `${PREVIEWS}${token}`,
  people: (): SitePath => '/people',
  person: (slug: AuthorSlug): SitePath => asked.person(slug),
  section: (slug: SectionSlug): SitePath => asked.section(slug),
  country: (country: Country): SitePath => asked.country(country),
  topic: (slug: TopicSlug): SitePath => asked.topic(slug),
  archive: (): SitePath => '/archive',
  month: (month: Month): SitePath => asked.month(month.slice(0, 4), month.slice(5)),
  corrections: (): SitePath => '/corrections',
  rates: (): SitePath => '/rates',
  rate: (code: CurrencyCode): SitePath => asked.rate(code.toLowerCase()),
  rateFile: (code: CurrencyCode, format: 'csv' | 'json'): SitePath =>
    `${routes.rate(code)}.${format}`,
  ratesApi: (): SitePath => '/api/rates',
  /** Tells browsers of changes in development; there is nothing at it in production. */
  changes: (): SitePath => '/api/changes',
  /** Below it, Next makes feeds and other documents where it serves alone. */
  documents: (): SitePath => '/api/documents',
  /** Where those who hold the publication tell of new commits. */
  publish: (): SitePath => '/api/publish',
  publishStatus: (): SitePath => '/api/publish/status',
  /** Whether the process is alive, and how the rates are, for those who watch it. */
  health: (): SitePath => '/healthz',
  /** Whether it may be sent readers, for balancers. */
  readiness: (): SitePath => '/readyz',
  /** What it counts, for Prometheus. */
  metrics: (): SitePath => '/metrics',
  /** How the site is, for people. */
  status: (): SitePath => '/status',
  page: (slug: PageSlug): SitePath => `/${slug}`,
  media: (name: string): SitePath => `/media/${name.split('/').map(encodeURIComponent).join('/')}`,
  /** A size of a picture that is made of it; `lib/images/variants.ts` reads it back. */
  variant: (stem: string, suffix: string): SitePath => routes.media(`${stem}.${suffix}`),
  /** Pages that the server shows in place of other addresses, never by their own. */
  notFound: (): SitePath => '/not-found',
  gone: (): SitePath => '/gone',
  serverError: (): SitePath => '/server-error',
  tooManyRequests: (): SitePath => '/too-many-requests',
  icon: (): SitePath => '/icon.svg',
  touchIcon: (): SitePath => '/apple-touch-icon.png',
  /** A bundled island, by the name of its file. */
  island: (file: string): SitePath => `/islands/${file}`,
  /** What browsers may fetch ahead of need (HTML Standard, speculation rules). */
  speculationRules: (): SitePath => '/speculation-rules.json',
  search: (): SitePath => '/search',
  /** Tells browsers how the site is searched (OpenSearch 1.1). */
  openSearch: (): SitePath => '/opensearch.xml',
  /** Feed of a list of articles, by the list's own address; of the whole site without one. */
  feed: (format: FeedFormat, list: SitePath = '/'): SitePath =>
    `${list === '/' ? '' : list}/${FEED_FILES[format]}`,
  /** How browsers show a feed to those who open it. */
  feedStyle: (): SitePath => '/feed.css',
  /** Index of the sitemaps. */
  sitemap: (): SitePath => '/sitemap.xml',
  /** One of the sitemaps that the index names. */
  sitemapPart: (name: string): SitePath => `/sitemaps/${name}.xml`,
  newsSitemap: (): SitePath => '/news-sitemap.xml',
  robots: (): SitePath => '/robots.txt',
  /** Proof, to those whom IndexNow reaches, that this site sent the message. */
  indexNowKey: (key: string): SitePath => `/${key}.txt`,
  articleMarkdown: (slug: ArticleSlug): SitePath => `${routes.article(slug)}.md`,
  articleData: (slug: ArticleSlug): SitePath => `${routes.article(slug)}.json`,
  /** How other sites show an article (oEmbed 1.0); with the article's absolute address, in a form. */
  oembed: (article?: string, format: 'json' | 'xml' = 'json'): SitePath => {
    if (article === undefined) return '/api/oembed';
    const query = new URLSearchParams({ url: article, ...(format === 'xml' && { format }) });
    return `/api/oembed?${query}`;
  },
  /** Picture that stands for a page where it is shared; `hash` names what is on it. */
  shareImage: (page: SitePath, hash: string): SitePath =>
    `/share${page === '/' ? '/front' : page}.${hash}.jpg`,
  manifest: (): SitePath => '/manifest.webmanifest',
  favicon: (): SitePath => '/favicon.ico',
  /** Icon of the site made of the publication's logo, or of its own mark; square. */
  madeIcon: (name: string): SitePath => `/icons/${name}.png`,
} as const;

const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  rss: 'feed.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

const PREVIEWS = '/preview/';

/** Whether an address is for those alone who were given it. */
export function isPreview(path: string): boolean {
  return path.startsWith(PREVIEWS);
}

/** Whether an address, with its query or without, is that of the page that searches. */
export function isSearch(address: string): boolean {
  return address === routes.search() || address.startsWith(`${routes.search()}?`);
}

/**
 * An address as it may stand in a log: without its query, in which readers' words are; and what lets
 * its holder in is not written down.
 */
export function loggedPath(address: string): string {
  const [path = ''] = address.split('?', 1);
  return HIDDEN.test(decoded(path)) ? `${PREVIEWS}...` : path;
}

/** However a client spells it. */
const HIDDEN = /\/preview\//i;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // It is malformed, and leads nowhere.
    return path;
  }
}

/** Address of one page of a list; the first page is the list's own address. */
export function pageOf(list: SitePath, number: number | string): SitePath {
  if (number === 1) return list;
  return `${list === '/' ? '' : list}/page/${number}`;
}

/** First path segments that belong to the site itself and so cannot be a page's slug. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  'api',
  'archive',
  'articles',
  'corrections',
  'countries',
  'gone',
  'healthz',
  'icons',
  'islands',
  'media',
  'metrics',
  'page',
  'people',
  'preview',
  'rates',
  'readyz',
  'search',
  'sections',
  'server-error',
  'share',
  'sitemaps',
  'not-found',
  'status',
  'too-many-requests',
  'topics',
]);

/** Pages that say something else for another query, with the names that they use, in order. */
const USED_QUERIES: ReadonlyMap<SitePath, readonly string[]> = new Map([
  [routes.rates(), ['amount', 'from', 'to']],
  [routes.search(), ['q', 'section', 'country', 'author', 'from', 'to', 'page']],
  [routes.oembed(), ['url', 'format', 'maxwidth', 'maxheight']],
]);

/** Characters of one value; no page means more than the beginning of what is longer. */
const LONGEST_VALUE = 1_000;

/**
 * The part of a query that a page uses, spelt in one way: with a question mark, or empty.
 * @param search query as it was asked for, with or without its question mark
 */
export function usedQuery(path: SitePath, search: string): string {
  const names = USED_QUERIES.get(path);
  if (names === undefined || search === '') return '';
  const given = new URLSearchParams(search);
  const used = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name);
    if (value !== null) used.set(name, value.slice(0, LONGEST_VALUE));
  }
  return used.size === 0 ? '' : `?${used}`;
}

/** Absolute address of a path, for canonical links and for sharing. */
export function absolute(siteUrl: string, path: SitePath): string {
  return new URL(path, siteUrl).href.replace(/\/$/, path === '/' ? '/' : '');
}

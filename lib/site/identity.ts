import type { PageSlug } from './slug';

export interface LabelledLink {
  readonly label: string;
  readonly url: string;
}

/** Policies that a news site publishes; the names are those the Trust Project asks for. */
export const POLICIES = [
  'ethics',
  'corrections',
  'ownership',
  'mission',
  'masthead',
  'diversity',
  'diversityStaffing',
  'factChecking',
  'unnamedSources',
  'feedback',
  'bylines',
  'privacy',
] as const;

export type Policy = (typeof POLICIES)[number];

/** Which way the ticker quotes: dollars for one local unit, or local units for one dollar. */
export type TickerDirection = 'local-usd' | 'usd-local';

/**
 * What crawlers of AI companies may do: everything; bring readers here by answers that link to the
 * articles, but collect nothing to train models on; or nothing.
 */
export const AI_CRAWLER_POLICIES = ['allow', 'search-only', 'deny'] as const;

export type AiCrawlerPolicy = (typeof AI_CRAWLER_POLICIES)[number];

/** Who publishes: the content of site.yml, checked. */
export interface SiteIdentity {
  readonly name: string;
  readonly description: string;
  /** BCP 47 tag of the site's own language. */
  readonly language: string;
  /** IANA time zone in which dates without an offset are read and all dates are shown. */
  readonly timeZone: string;
  readonly logo: string | null;
  readonly founded: number | null;
  readonly contact: {
    readonly email: string;
    readonly corrections: string | null;
    readonly phone: string | null;
    readonly address: string | null;
  } | null;
  readonly social: readonly LabelledLink[];
  /** Links of the header; null where the sections are the navigation. */
  readonly navigation: readonly LabelledLink[] | null;
  readonly policies: Readonly<Partial<Record<Policy, PageSlug>>>;
  readonly ticker: { readonly direction: TickerDirection };
  /** Articles on one page of a list. */
  readonly perPage: number;
  /** Whether readers may see the earlier versions of articles, where there are any. */
  readonly history: boolean;
  readonly aiCrawlers: AiCrawlerPolicy;
}

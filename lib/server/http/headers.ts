import { linkField } from '@/lib/discovery/linkField';
import { surrogateField, type Tagged } from '@/lib/publishing/purging/surrogateKeys';
import type { CdnEnvironment } from '@/lib/site/environment/delivery';
import { routes } from '@/lib/site/routes';
import type { Encoding, Page } from '../pages/page';
import { STALE } from '../pages/pageCache';

/** Header fields as names and values in turns, the form that Node writes fastest. */
export type Fields = readonly string[];

const SECOND = 1000;
/** Seconds until a change that editors make must have come through every cache in between. */
const FRESH = 60;
const DAY = 86_400;

/** Tells the cache in front what an answer depends on. */
export type Tag = (things: Iterable<Tagged>) => Fields;

/** Fields for the cache in front; none where there is none, since they cost bytes. */
export function tagger(cdn: CdnEnvironment | null): Tag {
  return (things) => (cdn === null ? [] : (surrogateField(cdn.kind, things) ?? []));
}

/** How long browsers, and caches between them and this server, may keep what (RFC 9111, RFC 5861). */
export const KEEP = {
  page: [
    'public',
    `max-age=${FRESH}`,
    `s-maxage=${FRESH}`,
    `stale-while-revalidate=${STALE / SECOND}`,
    `stale-if-error=${DAY}`,
  ].join(', '),
  /**
   * What was found for one reader's words. Nothing in it is personal, so that going back to it may cost
   * nothing; but no cache renews it, and it shall not outlive what it names.
   */
  search: `public, max-age=${FRESH}`,
  /** What is not there now may be published in the next moment. */
  missing: `public, max-age=0, s-maxage=10, stale-if-error=${DAY}`,
  redirect: `public, max-age=60, stale-if-error=${DAY}`,
  /** Of the program, under names that stay. */
  file: `public, max-age=3600, stale-if-error=${DAY}`,
  /** At an address that changes with what is there (RFC 8246). */
  immutable: 'public, max-age=31536000, immutable',
  /** What is true for a moment only. */
  moment: 'public, max-age=2',
  never: 'no-store',
} as const;

/** For every answer, whatever it holds. */
export function commonFields(siteUrl: string): Fields {
  return [
    'X-Content-Type-Options',
    'nosniff',
    // A year, for this host alone: those below it are not this program's to speak for.
    ...(siteUrl.startsWith('https:') ? ['Strict-Transport-Security', 'max-age=31536000'] : []),
  ];
}

/** The same as an object, the form that Node takes beside other fields. */
export function commonHeaders(siteUrl: string): Readonly<Record<string, string>> {
  return headersOf(commonFields(siteUrl));
}

/** Names and values in turns as an object. */
export function headersOf(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((name, index) => {
      const value = fields[index + 1];
      return index % 2 === 0 && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** For documents: what the page may do, and what others may do with it. */
export const DOCUMENT_FIELDS: Fields = [
  'Permissions-Policy',
  'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  'same-origin',
];

export const REFERRER: Fields = ['Referrer-Policy', 'strict-origin-when-cross-origin'];

/** For pages whose address alone lets their readers in. */
const PRIVATE: Fields = [
  'Cache-Control',
  KEEP.never,
  'X-Robots-Tag',
  'noindex, nofollow',
  'Referrer-Policy',
  'no-referrer',
];

/** For what searches find, and what is true for a moment: searches have no use for it. */
const UNLISTED: Fields = ['X-Robots-Tag', 'noindex'];

const PREFETCH: Fields = ['Speculation-Rules', `"${routes.speculationRules()}"`];

/**
 * For whom a page is: for everybody; for who searches for the same; for those who watch the site; or for
 * nobody but the reader, who alone may keep it, or learn of its address.
 */
export type Audience = 'all' | 'searchers' | 'watchers' | 'reader';

/** What the head of a page depends on, beside the page. */
export interface PageForm {
  readonly status: number;
  readonly encoding: Encoding;
  /** Whether the reader's browser may fetch pages ahead of need. */
  readonly mayPrefetch: boolean;
  /** Bytes of the body. */
  readonly length: number;
  readonly audience: Audience;
}

/** Head of a page. */
export function pageFields(
  page: Page,
  { status, encoding, mayPrefetch, length, audience }: PageForm,
  tag: Tag,
): Fields {
  return [
    'Content-Type',
    'text/html; charset=utf-8',
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    'Content-Length',
    String(length),
    ...(audience === 'reader'
      ? PRIVATE
      : [...validators(page, status, audience), ...tags(page, status, tag), ...REFERRER]),
    ...(audience === 'searchers' || audience === 'watchers' ? UNLISTED : []),
    'Content-Security-Policy',
    page.policy,
    ...DOCUMENT_FIELDS,
    ...(status === 200 && audience !== 'reader' && page.links.length > 0
      ? ['Link', linkField(page.links)]
      : []),
    ...(mayPrefetch ? PREFETCH : []),
  ];
}

const KEEP_FOR: Readonly<Record<Audience, string>> = {
  all: KEEP.page,
  searchers: KEEP.search,
  watchers: KEEP.moment,
  reader: KEEP.never,
};
/** What of the publication an answer depends on; a page that stands in, on there being nothing. */
export function tags({ shown }: Page, status: number, tag: Tag): Fields {
  return tag(status === 200 ? shown : ['missing']);
}

/** What tells a cache whether its copy is still good, and for how long. */
export function validators({ etag }: Page, status: number, audience: Audience): Fields {
  const vary = ['Vary', 'Accept-Encoding, Save-Data'];
  if (status === 200) return ['Cache-Control', KEEP_FOR[audience], ...vary, 'ETag', etag];
  return ['Cache-Control', status === 404 || status === 410 ? KEEP.missing : KEEP.never, ...vary];
}

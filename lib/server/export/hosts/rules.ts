import { linkField } from '@/lib/discovery/linkField';
import { routes } from '@/lib/site/routes';
import { commonFields, DOCUMENT_FIELDS, headersOf, KEEP, REFERRER } from '../../http/headers';
import { POLICY_OF_ALL } from '../../http/policy';
import { DOCUMENT_POLICY } from '../../http/sendDocument';

/** A header field, and its values by path; the first pattern that fits decides. */
export interface HeaderRule {
  readonly name: string;
  readonly cases: readonly (readonly [pattern: string, value: string])[];
  /** For all other paths; not sent where it is empty. */
  readonly otherwise: string;
}

/** Regular expressions that nginx (PCRE) and Caddy (RE2) read alike. */
export const PATTERNS = {
  islands: '^/islands/',
  media: '^/media/',
  /** Pictures in their sizes, and what else has its content in its name. */
  named: String.raw`^/(?:islands/|share/|media/.+\.[0-9a-f]{10}-[0-9]|search/index/(?:fragment|index|filter)/)`,
  standIns: String.raw`^/4(?:04|10)\.html$`,
  /** nginx looks at the name of the file, once it has found it. */
  article: String.raw`^/articles/([a-z0-9-]+)(?:\.html)?$`,
  pages: String.raw`\.html$`,
  articleForms: String.raw`^/articles/[a-z0-9-]+\.(?:md|json)$`,
  rateFiles: String.raw`^/(?:rates/[a-z]{3}\.(?:csv|json)|api/rates)$`,
  searchIndex: '^/search/index/',
  /** What is no page. */
  files: String.raw`\.[a-z0-9_]+$|^/api/`,
} as const;

/** Media types by the end of a name; what common hosts know is as they have it. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/vnd.microsoft.icon',
  webmanifest: 'application/manifest+json',
  pagefind: 'application/wasm',
};

/** Media types of single addresses and folders, which their names do not say. */
export const OTHER_TYPES: readonly (readonly [pattern: string, type: string])[] = [
  [String.raw`/feed\.json$`, 'application/feed+json; charset=utf-8'],
  [`^${routes.openSearch().replace('.', '\\.')}$`, 'application/opensearchdescription+xml'],
  [`^${routes.speculationRules().replace('.', '\\.')}$`, 'application/speculationrules+json'],
  ['^/api/rates$', 'application/json; charset=utf-8'],
  [String.raw`^/rates/[a-z]{3}\.csv$`, 'text/csv; charset=utf-8; header=present'],
];

/** What goes with every answer: the server's fields, as far as files can have them. */
export function fieldsOfAll(siteUrl: string): readonly (readonly [name: string, value: string])[] {
  const fields = headersOf([...commonFields(siteUrl), ...REFERRER, ...DOCUMENT_FIELDS]);
  // Who may embed what goes by the path.
  return Object.entries(fields).filter(([name]) => name !== 'Cross-Origin-Resource-Policy');
}

const SPECULATION = `"${routes.speculationRules()}"`;

/** Fields whose value goes by the path. */
export function headerRules(): HeaderRule[] {
  const {
    islands,
    media,
    named,
    standIns,
    article,
    articleForms,
    rateFiles,
    searchIndex,
    files,
    pages,
  } = PATTERNS;
  return [
    {
      name: 'Cache-Control',
      cases: [
        [named, KEEP.immutable],
        [media, KEEP.file],
        [standIns, KEEP.missing],
      ],
      otherwise: KEEP.page,
    },
    {
      name: 'Content-Security-Policy',
      cases: [
        [`${islands}|${media}|${searchIndex}`, ''],
        [pages, POLICY_OF_ALL],
        [files, DOCUMENT_POLICY],
      ],
      // Beside the one that each page brings within it.
      otherwise: POLICY_OF_ALL,
    },
    {
      name: 'Cross-Origin-Resource-Policy',
      cases: [
        [`${islands}|${searchIndex}`, 'same-origin'],
        [pages, 'same-origin'],
        [files, 'cross-origin'],
      ],
      otherwise: 'same-origin',
    },
    {
      name: 'Access-Control-Allow-Origin',
      cases: [
        [`${islands}|${media}|${searchIndex}`, ''],
        [pages, ''],
        [files, '*'],
      ],
      otherwise: '',
    },
    { name: 'X-Robots-Tag', cases: [[`${articleForms}|${rateFiles}`, 'noindex']], otherwise: '' },
    {
      name: 'Speculation-Rules',
      cases: [
        [standIns, ''],
        [pages, SPECULATION],
        [files, ''],
      ],
      otherwise: SPECULATION,
    },
    { name: 'Link', cases: [[article, articleLinks('$1')]], otherwise: '' },
  ];
}

/** The forms of an article; see lib/server/finish/headLinks.ts. */
export function articleLinks(slug: string): string {
  return linkField([
    { rel: 'alternate', href: `/articles/${slug}.md`, type: 'text/markdown' },
    { rel: 'alternate', href: `/articles/${slug}.json`, type: 'application/json' },
  ]);
}

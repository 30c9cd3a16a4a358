import { routes } from '@/lib/site/routes';
import { KEEP } from '../../http/headers';
import { POLICY_OF_ALL } from '../../http/policy';
import type { Former } from '../plan/redirects';
import { articleLinks, fieldsOfAll } from './rules';

/** Hosts that read the same two files, each with rules of its own. */
export type FilesHost = 'netlify' | 'cloudflare' | 'both';

/** Redirects that Cloudflare Pages reads at most; Netlify has no such bound. */
export const MOST_REDIRECTS = 2_000;

/**
 * The file `_headers` of Netlify and Cloudflare Pages: few rules, which add to one another, so that no field is in two
 * that fit one path. How long pages are kept is the hosts' own affair: they know when a new version is there.
 */
export function headersFile(siteUrl: string, host: FilesHost): string {
  const rule = (path: string, fields: readonly (readonly [string, string])[]) =>
    [path, ...fields.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const kept = [['Cache-Control', KEEP.immutable]] as const;
  const data = [
    ['Access-Control-Allow-Origin', '*'],
    ['X-Robots-Tag', 'noindex'],
  ] as const;
  const isCloudflare = host === 'cloudflare';
  return `${[
    rule('/*', [
      ...fieldsOfAll(siteUrl),
      ['Content-Security-Policy', POLICY_OF_ALL],
      ['Speculation-Rules', `"${routes.speculationRules()}"`],
    ]),
    rule('/islands/*', kept),
    rule('/share/*', kept),
    rule('/media/*', [['Cache-Control', 'public, max-age=3600']]),
    rule('/search/index/fragment/*', kept),
    rule('/search/index/index/*', kept),
    rule(routes.ratesApi(), [['Content-Type', 'application/json; charset=utf-8'], ...data]),
    rule('/rates/:file.csv', data),
    rule(routes.feed('json'), [['Content-Type', 'application/feed+json; charset=utf-8']]),
    rule(routes.openSearch(), [['Content-Type', 'application/opensearchdescription+xml']]),
    rule(routes.speculationRules(), [['Content-Type', 'application/speculationrules+json']]),
    // Cloudflare alone fills in what a path holds.
    ...(isCloudflare ? [rule('/articles/:slug', [['Link', articleLinks(':slug')]])] : []),
  ].join('\n')}\n`;
}

/**
 * The file `_redirects`. Netlify looks for a file first unless told not to; Cloudflare does not read what it is told
 * then, and knows no status for what was withdrawn.
 */
export function redirectsFile(former: readonly Former[], host: FilesHost): string {
  const status = host === 'netlify' ? '301!' : '301';
  const lines = former.flatMap(({ from, to }) => {
    if (to !== null) return [`${from} ${to} ${status}`];
    return host === 'netlify' ? [`${from} /410.html 404!`] : [];
  });
  return `${lines.join('\n')}${lines.length === 0 ? '' : '\n'}`;
}

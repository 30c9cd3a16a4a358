import { historyDocument, historyTable, ratesDocument } from '@/lib/rates/documents';
import { rateOverviews } from '@/lib/rates/overview';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { hashOf } from '@/lib/site/hashOf';
import { messagesFor } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import type { Publication } from './publication';

/** A file of data, made from what is known now. */
export interface DataFile {
  /** Media type with its parameters. */
  readonly type: string;
  readonly body: string;
  /** Strong: names these very bytes. */
  readonly etag: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** The rates as data at an address: all of them now, or the history of one. Null elsewhere. */
export function rateDataFor(publication: Publication, path: SitePath): DataFile | null {
  const wanted = readAddress(path);
  if (wanted === null) return null;
  const { rates } = publication;
  const site = publication.read((reader) => reader.site);
  const now = new Date(publication.ratesMoment(Date.now()));
  const { officialReference, names } = messagesFor(site.language).rates;
  const { siteUrl } = publication.environment;
  const words = {
    notice: `${officialReference}.`,
    names,
    page: (code: (typeof CURRENCY_CODES)[number]) => absolute(siteUrl, routes.rate(code)),
  };
  const overviews = rateOverviews(rates, now, site.ticker.direction, site.timeZone);
  if (wanted.kind === 'all') return dataFile(JSON_TYPE, ratesDocument(overviews, words));
  const overview = overviews.find(({ code }) => code === wanted.code);
  if (!overview) return null;
  return wanted.format === 'csv'
    ? dataFile(CSV_TYPE, historyTable(rates, overview))
    : dataFile(JSON_TYPE, historyDocument(rates, overview, words));
}

function readAddress(path: SitePath) {
  if (path === routes.ratesApi()) return { kind: 'all' } as const;
  for (const code of CURRENCY_CODES) {
    for (const format of ['csv', 'json'] as const) {
      if (path === routes.rateFile(code, format)) return { kind: 'history', code, format } as const;
    }
  }
  return null;
}

function dataFile(type: string, body: string | null): DataFile | null {
  if (body === null) return null;
  const etag = `"${hashOf(body)}"`;
  return { type, body, etag };
}

/**
 * Headers of a data file: other sites may show what is in it, and search engines need not list it.
 */
export function dataHeaders({ type, etag }: DataFile): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400',
    ETag: etag,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  };
}

import { decoded } from '@/lib/content/markdown/addresses';
import type { SitePath } from '@/lib/site/routes';
import type { DocumentStatus } from '../document';

/** What a consumer asks for (oEmbed 1.0, section 2.2). */
export interface EmbedQuestion {
  /** Of what is to be embedded, in the spelling of the site. */
  readonly path: SitePath;
  readonly format: 'json' | 'xml';
  /** Pixels; what is not given has no bound. */
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** Why a question is not answered, in a sentence to who wrote the program. */
export interface EmbedRefusal {
  readonly status: Exclude<DocumentStatus, 200>;
  readonly message: string;
}

/** Reads the query of a request for an embed. */
export function readQuestion(
  query: URLSearchParams,
  siteUrl: string,
): EmbedQuestion | EmbedRefusal {
  const path = pathOf(query.get('url') ?? '', siteUrl);
  if (path === null) {
    return { status: 400, message: `url must be the address of an article of ${siteUrl}.` };
  }
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') {
    return { status: 501, message: 'format must be json or xml.' };
  }
  const maxWidth = pixels(query.get('maxwidth'));
  const maxHeight = pixels(query.get('maxheight'));
  if (maxWidth === null || maxHeight === null) {
    return { status: 400, message: 'maxwidth and maxheight must be whole numbers of pixels.' };
  }
  return { path, format, maxWidth, maxHeight };
}

/** The path of an address of this site, whatever its scheme, query and fragment. */
function pathOf(address: string, siteUrl: string): SitePath | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  if (host !== new URL(siteUrl).host) return null;
  const path = decoded(pathname).toLowerCase().replace(/\/+$/, '');
  return path.startsWith('/') ? (path as SitePath) : '/';
}

function pixels(text: string | null): number | null {
  if (text === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

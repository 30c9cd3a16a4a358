import { isSearch, type SitePath, usedQuery } from '@/lib/site/routes';

/**
 * Bytes; what is longer belongs to no page, and would be kept in logs and redirects. Searches alone may be
 * longer, since a reader may paste anything into their field.
 */
export const LONGEST_ADDRESS = 2_000;

export type AskedAddress =
  | {
      readonly kind: 'path';
      /** As the site itself spells it. */
      readonly path: SitePath;
      /** What the page uses of the query, with its question mark, or empty. */
      readonly query: string;
      readonly isCanonical: boolean;
    }
  | { readonly kind: 'malformed'; readonly status: 400 | 414; readonly message: string };

/** Most addresses are spelt in this way, and need no closer look. */
const PLAIN = /^\/$|^(?:\/[\w-][\w.-]*)+$/;

/**
 * Reads the target of a request (RFC 9112, section 3.2) to the one spelling that its page is
 * kept under: without what no page uses of the query, without a slash at its end or two in a row, and
 * with as few percent signs as possible.
 */
export function readAddress(target: string): AskedAddress {
  // Node gives each byte for a character, also those of UTF-8 that somebody did not encode.
  const isEncoded = !/[\x80-\xff]/.test(target);
  return readDecoded(isEncoded ? target : Buffer.from(target, 'latin1').toString('utf8'));
}

function readDecoded(target: string): AskedAddress {
  if (!target.startsWith('/')) {
    if (!URL.canParse(target)) return malformed(400, 'This address is malformed.');
    const { pathname, search } = new URL(target);
    return readDecoded(pathname + search);
  }
  if (target.length > LONGEST_ADDRESS && !isSearch(target)) {
    return malformed(414, `An address has at most ${LONGEST_ADDRESS} characters here.`);
  }
  const [, asked = '/', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  if (PLAIN.test(asked)) {
    const path = asked as SitePath;
    return { kind: 'path', path, query: usedQuery(path, search), isCanonical: true };
  }
  try {
    const path = `/${segmentsOf(asked).map(encodeURIComponent).join('/')}` as SitePath;
    return { kind: 'path', path, query: usedQuery(path, search), isCanonical: path === asked };
  } catch {
    // URIError is how the platform says so.
    return malformed(400, 'This address is malformed: a percent sign in it begins no character.');
  }
}

/** What stands between the slashes, once `.` and `..` (RFC 3986, section 5.2.4) are followed. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split('/').map(decodeURIComponent)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

function malformed(status: 400 | 414, message: string): AskedAddress {
  return { kind: 'malformed', status, message };
}

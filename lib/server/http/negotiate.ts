import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { ENCODINGS, type Encoding } from '../pages/page';

/** The package's types are those of an earlier version, without the server's own order. */
interface Preferring {
  encoding(
    available: readonly string[],
    options: { readonly preferred: readonly string[] },
  ): string | undefined;
}

/** Browsers send few different values; anyone can send many. */
const known = new LRUCache<string, Encoding>({ max: 200 });

/**
 * The form of a page that a reader prefers among those there are (RFC 9110, section 12.5.3):
 * Brotli before gzip where both are welcome, and the plain one for those who ask for neither.
 */
export function negotiateEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === '') return 'identity';
  const before = known.get(accepted);
  if (before !== undefined) return before;
  const headers = { 'accept-encoding': accepted };
  const negotiator: Preferring = new Negotiator({ headers });
  const chosen = negotiator.encoding(ENCODINGS, { preferred: ENCODINGS });
  const encoding = ENCODINGS.find((one) => one === chosen) ?? 'identity';
  known.set(accepted, encoding);
  return encoding;
}

import { oldAddress, oldForm } from '@/lib/archive/queries/redirects';
import type { Reader } from '@/lib/archive/reader';
import { absolute, type SitePath } from '@/lib/site/routes';

/** An address at which something was before. */
export interface Former {
  /** With percent signs, as requests name it. */
  readonly from: SitePath;
  /** Where it is now: a path of this site or a whole address, with percent signs; null where it was withdrawn. */
  readonly to: string | null;
}

/** What stands at an address beside its page: the forms of an article, the feeds of a list. */
const FORMS = ['.md', '.json', '/history', '/feed.xml', '/feed.json'] as const;

/**
 * Old addresses, each with where it leads in the end.
 * @param isThere whether the site has something at an address, which then comes first
 */
export function formerAddresses(reader: Reader, isThere: (path: SitePath) => boolean): Former[] {
  const addresses = reader.database
    .query<{ address: SitePath }>('SELECT DISTINCT address FROM redirect ORDER BY address')
    .all();
  return addresses.flatMap(({ address }): Former[] => {
    if (isThere(encoded(address))) return [];
    const old = oldAddress(reader, address);
    if (old === null) return [];
    if (old.kind === 'gone') return [{ from: encoded(address), to: null }];
    return [
      { from: encoded(address), to: encoded(old.target) },
      ...FORMS.flatMap((form) => {
        const from = `${address}${form}` as const;
        const found = isThere(encoded(from)) ? null : oldForm(reader, from);
        if (found?.kind !== 'moved' || !isThere(encoded(found.target) as SitePath)) return [];
        return [{ from: encoded(from), to: encoded(found.target) }];
      }),
    ];
  });
}

/** As a header may hold it; what has percent signs keeps them. */
function encoded<Address extends string>(address: Address): Address {
  return address.replace(/[^!-~]+/g, encodeURIComponent) as Address;
}

/**
 * A page that leads on, for hosts that know no redirects: search engines take its canonical address and the immediate
 * refresh for a redirect.
 */
export function leadingPage(to: string, siteUrl: string, language: string): string {
  const target = to.startsWith('/') ? absolute(siteUrl, to as SitePath) : to;
  const address = target.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"/><title>${address}</title>` +
    `<link rel="canonical" href="${address}"/><meta http-equiv="refresh" content="0; url=${address}"/>` +
    `</head><body><p><a href="${address}">${address}</a></p></body></html>\n`
  );
}

/** A link from what is sent to something else (RFC 8288). */
export interface WebLink {
  readonly rel: 'alternate' | 'canonical' | 'hub' | 'self';
  /** Absolute address, or a path on the host that is asked. */
  readonly href: string;
  /** Media type of what is there, without parameters. */
  readonly type?: string;
}

/**
 * The value of a `Link` header field. An address cannot end its brackets or the field: whatever is
 * no letter of an address is written with percent signs.
 */
export function linkField(links: readonly WebLink[]): string {
  return links
    .map(({ rel, href, type }) => {
      const target = `<${written(href)}>; rel="${rel}"`;
      return type === undefined ? target : `${target}; type="${type}"`;
    })
    .join(', ');
}

/** Of no meaning: it stands in while a path is read. */
const BASE = 'http://localhost';

function written(href: string): string {
  if (!href.startsWith('/')) return new URL(href).href;
  const { pathname, search } = new URL(BASE + href);
  return pathname + search;
}

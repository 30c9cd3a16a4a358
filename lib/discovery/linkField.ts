/** A link from what is sent to something else (RFC 8288). */
export interface WebLink {
  readonly rel: 'alternate' | 'canonical' | 'hub' | 'self';
  /** Absolute address. */
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
      const target = `<${new URL(href).href}>; rel="${rel}"`;
      return type === undefined ? target : `${target}; type="${type}"`;
    })
    .join(', ');
}

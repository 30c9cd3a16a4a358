/** Other forms of a page that programs look for before they read it. */
const NAMED_TYPES: ReadonlySet<string> = new Set(['text/markdown', 'application/json']);

/**
 * A link in the head of a page as a field of the answer's head says it (RFC 8288), for those who ask for
 * no more than that; undefined for links that only readers of the page need.
 */
export function headLink(attributes: Readonly<Record<string, string>>): string | undefined {
  const { rel, href, type, hreflang } = attributes;
  if (href === undefined || !URL.canParse(href)) return undefined;
  // The platform writes addresses without white space and angle brackets.
  const address = `<${new URL(href).href.replace(/[<>\s]/g, encodeURIComponent)}>`;
  if (rel === 'canonical') return `${address}; rel="canonical"`;
  if (rel !== 'alternate' || hreflang !== undefined) return undefined;
  if (type === undefined || !NAMED_TYPES.has(type)) return undefined;
  return `${address}; rel="alternate"; type="${type}"`;
}

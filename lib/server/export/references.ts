import type { SitePath } from '@/lib/site/routes';

/** What a file of the export names on this site, each address once. */
export interface References {
  /** Files without which it is not whole, or that it alone tells of: pictures, parts of the sitemap. */
  readonly needs: readonly SitePath[];
  /** Addresses that readers and programs may follow, without their queries and fragments. */
  readonly links: readonly SitePath[];
}

/** Addresses of files that are made because something names them. */
const NEEDED = /^\/(?:media|share|sitemaps)\//;

const ATTRIBUTE = /\s(?:href|src|srcset|imagesrcset|content|action|poster)="([^"]*)"/gi;
/** In data within pages, and in documents, addresses are whole. */
const IN_SRCSET = /\s+[\d.]+[wx](?:,\s*|$)/;

/**
 * Finds what a text names on this site: in HTML by its attributes, and everywhere by the site's own address.
 * @param siteUrl scheme and host, without a trailing slash
 */
export function referencesOf(text: string, siteUrl: string, isHtml: boolean): References {
  const found = new Set<string>();
  // A pattern for scripts names nothing that is there.
  const html = isHtml ? text.replace(/<template>.*?<\/template>/gs, '') : '';
  for (const value of attributeValues(html)) add(found, value, siteUrl);
  for (const value of wholeAddresses(text, siteUrl)) add(found, value, siteUrl);
  const all = [...found] as SitePath[];
  return { needs: all.filter((path) => NEEDED.test(path)), links: all };
}

/** Addresses that only name a set of categories (RSS 2.0, Atom), at which there need be nothing. */
const NAME = /\s(?:domain|scheme)="$/;
const LONGEST_NAME = 12;

function* attributeValues(html: string): Generator<string> {
  for (const [attribute, raw = ''] of html.matchAll(ATTRIBUTE)) {
    const value = raw.includes('&') ? unescaped(raw) : raw;
    if (/srcset=/i.test(attribute)) yield* value.split(IN_SRCSET).filter((one) => one !== '');
    else yield value;
  }
}

function* wholeAddresses(text: string, siteUrl: string): Generator<string> {
  for (let at = text.indexOf(siteUrl); at >= 0; at = text.indexOf(siteUrl, at + 1)) {
    if (NAME.test(text.slice(Math.max(0, at - LONGEST_NAME), at))) continue;
    const end = text.slice(at + siteUrl.length).search(/[\s"'<>()[\]{}\\|^`]|&(?:quot|lt|gt|#)|$/);
    yield unescaped(text.slice(at, at + siteUrl.length + end)).replace(/[.,;:!]+$/, '');
  }
}

function add(found: Set<string>, value: string, siteUrl: string): void {
  const isOwn = value === siteUrl || value.startsWith(`${siteUrl}/`) || /^\/(?!\/)/.test(value);
  if (!isOwn) return;
  const path = value.startsWith('/') ? value : value.slice(siteUrl.length);
  const [plain = ''] = path.split(/[?#]/, 1);
  found.add(plain === '' ? '/' : plain);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#x27': "'",
  '#39': "'",
};

function unescaped(text: string): string {
  return text.replace(
    /&(amp|quot|lt|gt|#x27|#39);/g,
    (whole, name: string) => ENTITIES[name] ?? whole,
  );
}

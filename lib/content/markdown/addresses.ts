/** What an address in a body leads to. */
export type AddressKind =
  | 'media'
  | 'site'
  | 'fragment'
  | 'external'
  | 'contact'
  | 'unsafe'
  | 'broken'
  | 'relative';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
// Browsers drop these before they look for a scheme.
const IGNORED = /[\p{Cc}\p{Cf}\s]+/gu;

/** Sorts an address by what may be done with it; only the first five kinds are ever published. */
export function kindOfAddress(url: string): AddressKind {
  if (url.startsWith('#')) return 'fragment';
  if (url.startsWith('media/')) return mediaPath(url) === undefined ? 'broken' : 'media';
  if (url.startsWith('/')) return /^\/[/\\]/.test(url.replace(IGNORED, '')) ? 'broken' : 'site';
  const scheme = SCHEME.exec(url.replace(IGNORED, ''))?.[1]?.toLowerCase();
  if (scheme === undefined) return 'relative';
  if (scheme === 'mailto' || scheme === 'tel') return 'contact';
  if (scheme !== 'http' && scheme !== 'https') return 'unsafe';
  return hostOf(url) === undefined ? 'broken' : 'external';
}

/** Whether a link to such an address is published. */
export function isPublished(kind: AddressKind): boolean {
  return kind !== 'unsafe' && kind !== 'broken' && kind !== 'relative';
}

/** Host of an http or https address without a leading `www.`; undefined where it has none. */
export function hostOf(url: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(url)) return undefined;
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return undefined;
  }
}

/**
 * The file that an address below `media/` names (`media/NAME`), percent signs decoded and query
 * and fragment left off. Undefined where it names none or leads out of the folder.
 */
export function mediaPath(url: string): string | undefined {
  const path = decoded(withoutSuffix(url));
  const segments = path.split('/');
  const named = segments.length > 1 && segments[0] === 'media';
  const safe = segments.every((part) => part !== '' && part !== '.' && part !== '..');
  return named && safe && !path.includes('\\') && !path.includes('\0') ? path : undefined;
}

/** A site path without its query and fragment. */
export function withoutSuffix(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** Percent signs decoded; the text as it is where they are no valid encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { routes } from '@/lib/site/routes';
import { FRAMEWORK } from './buildAddress';
import type { Attributes } from './tags';

/**
 * Whether an address means something to Next alone: its own files, its own form of a page (`.rsc`), and
 * where it would make documents without this server. Readers find nothing there.
 */
export function isFrameworks(path: string): boolean {
  return (
    path.startsWith(FRAMEWORK) || path.startsWith(`${routes.documents()}/`) || path.endsWith('.rsc')
  );
}

/** Data for machines, and the site's own enhancements. */
export function isKeptScript(attributes: Attributes): boolean {
  return 'data-island' in attributes || isData(attributes);
}

/** What browsers never run, so that no policy need allow it (HTML Standard, "data block"). */
export function isData({ type }: Attributes): boolean {
  return type === 'application/ld+json';
}

/** Links to the style sheets of a build; a finished page has what it uses of them within it. */
export function isStyleSheet({ rel, href }: Attributes): boolean {
  return rel === 'stylesheet' && href?.startsWith(FRAMEWORK) === true;
}

/** Links that fetch what the finished page has within it, or does without: React writes them for pictures. */
export function isPreload({ rel }: Attributes): boolean {
  return rel === 'preload' || rel === 'modulepreload';
}

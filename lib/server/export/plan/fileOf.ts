import type { SitePath } from '@/lib/site/routes';

/** Where hosts of files look for what they show in place of other addresses. */
export const STAND_IN_FILES = { missing: '404.html', gone: '410.html' } as const;

/**
 * File of an address, relative to the export: a page has the extension `.html`, and all else the name that its address
 * says. A folder of the same name may stand beside a page; no server need look into it to find the page.
 * @param isPage whether HTML stands at the address
 */
export function fileOf(address: SitePath, isPage: boolean): string {
  const path = decodeURIComponent(address.slice(1));
  if (!isPage) return path;
  if (path === '') return 'index.html';
  return path.endsWith('.html') ? path : `${path}.html`;
}

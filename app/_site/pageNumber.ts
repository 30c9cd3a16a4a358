import { permanentRedirect } from 'next/navigation';
import type { SitePath } from '@/lib/site/routes';

/** Number of a list's page from its address; null for what is no number. The first has none. */
export function pageNumber(text: string | undefined): number | null {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** The first page of a list has one address only: the list's own. */
export function redirectFirstPage(text: string | undefined, list: SitePath): void {
  if (text === '1') permanentRedirect(list);
}

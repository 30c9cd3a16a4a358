import { notFound, permanentRedirect } from 'next/navigation';
import { redirectTarget } from '@/lib/archive/queries/pages';
import type { SitePath } from '@/lib/site/routes';
import { load } from './load';

/**
 * Answers for an address without a page: sends old addresses and other spellings on (308),
 * everything else to the page that says so (404). Never returns.
 */
export async function missing(path: SitePath): Promise<never> {
  const { model: target } = await load((reader) => redirectTarget(reader, path));
  if (target !== null) permanentRedirect(target);
  const lowerCase = path.toLowerCase();
  if (lowerCase !== path) permanentRedirect(lowerCase);
  notFound();
}

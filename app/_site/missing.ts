import { notFound, permanentRedirect } from 'next/navigation';
import { oldAddress } from '@/lib/archive/queries/redirects';
import { noteOutcome } from '@/lib/publishing/outcome';
import type { SitePath } from '@/lib/site/routes';
import { load } from './load';

/**
 * Answers for an address without a page: sends old addresses and other spellings on (308),
 * everything else to the page that says so (404, or 410 where it was withdrawn). Never returns.
 */
export async function missing(path: SitePath): Promise<never> {
  const { model: old } = await load((reader) => oldAddress(reader, path));
  if (old?.kind === 'moved') permanentRedirect(old.target);
  if (old?.kind === 'gone') {
    // Next has no status for it; lib/server answers with it in place of the 404.
    noteOutcome('gone');
    notFound();
  }
  const lowerCase = path.toLowerCase();
  if (lowerCase !== path) permanentRedirect(lowerCase);
  notFound();
}

import { notFound, permanentRedirect } from 'next/navigation';
import { oldAddress, oldForm } from '@/lib/archive/queries/redirects';
import { noteOutcome } from '@/lib/publishing/outcome';
import { asked, type SitePath } from '@/lib/site/routes';
import { load } from './load';

/**
 * Answers for an address without a page: sends old addresses and other spellings on (308),
 * everything else to the page that says so (404, or 410 where it was withdrawn). Never returns.
 * @param path as it was asked for, with its percent signs
 */
export async function missing(path: SitePath): Promise<never> {
  await sendOn(path);
  notFound();
}

/** The same for an address without a document, but that it returns where nothing is known of it. */
export async function sendOn(path: SitePath): Promise<void> {
  const { model: old } = await load((reader) => {
    const asked = readable(path);
    return oldAddress(reader, asked) ?? oldForm(reader, asked);
  });
  if (old?.kind === 'moved') permanentRedirect(sendable(old.target));
  if (old?.kind === 'gone') {
    // Next has no status for it; lib/server answers with it in place of the 404.
    noteOutcome('gone');
    notFound();
  }
  const lowerCase = inLowerCase(path);
  if (lowerCase !== path) permanentRedirect(lowerCase);
}

function readable(path: SitePath): SitePath {
  return asked.path(path.slice(1).split('/').map(decodeURIComponent));
}

/** An address as a header may hold it: editors need not write percent signs. */
function sendable(target: string): string {
  return target.replace(/[^!-~]+/g, encodeURIComponent);
}

/** Percent signs stay: in other letters, they would be another spelling of the same. */
function inLowerCase(path: string): string {
  return path.replace(/%[\dA-F]{2}|[A-Z]/gi, (sign) =>
    sign.startsWith('%') ? sign : sign.toLowerCase(),
  );
}

import type { Document } from '@/lib/discovery/document';
import { documentAt } from '@/lib/discovery/documents';
import type { SitePath } from '@/lib/site/routes';
import type { Publication } from './publication';
import { noteShown } from './shown';

/**
 * The feed, sitemap or other document at an address, made of the publication as it stands now; null
 * where there is none.
 * @param address path, with what is used of the query
 */
export async function documentFor(
  publication: Publication,
  address: SitePath,
): Promise<Document | null> {
  const [path = '', search = ''] = address.split('?', 2);
  const make = documentAt(path as SitePath);
  if (make === null) return null;
  const { siteUrl, announcing } = publication.environment;
  const told = { hub: announcing.hub, indexNowKey: announcing.indexNow?.key ?? null };
  const query = new URLSearchParams(search);
  return publication.read((reader) => {
    const document = make({ reader, siteUrl, query, ...told });
    noteShown(reader.shown);
    return document;
  });
}

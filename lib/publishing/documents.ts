import { join } from 'node:path';
import type { Document, MovedDocument } from '@/lib/discovery/document';
import { type DocumentContext, documentAt } from '@/lib/discovery/documents';
import type { SitePath } from '@/lib/site/routes';
import { keptFile } from './keptFiles';
import { originalFile } from './pictures';
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
  atHand: Pick<DocumentContext, 'bodyAtHand' | 'itemAtHand'> = {},
): Promise<Document | MovedDocument | null> {
  const [path = '', search = ''] = address.split('?', 2);
  const make = documentAt(path as SitePath);
  if (make === null) return null;
  const { siteUrl, announcing, dataDir } = publication.environment;
  const files = {
    own: (name: string) => join(process.cwd(), 'public', name),
    picture: (picture: string) => originalFile(publication, picture),
    kept: (name: string, make: () => Promise<Uint8Array>) =>
      keptFile(join(dataDir, 'share'), name, make),
  };
  const told = { hub: announcing.hub, indexNowKey: announcing.indexNow?.key ?? null };
  const query = new URLSearchParams(search);
  return publication.read((reader) => {
    const document = make({ reader, siteUrl, query, files, ...told, ...atHand });
    noteShown(reader.shown);
    return document;
  });
}

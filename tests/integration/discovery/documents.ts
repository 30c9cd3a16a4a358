import type { Document } from '@/lib/discovery/document';
import { type DocumentFiles, documentAt } from '@/lib/discovery/documents';
import type { SitePath } from '@/lib/site/routes';
import { NOW, type TestPublication } from '../../fixtures/publication';

export const SITE = 'https://courier.example';

/** Nothing is kept. */
export const FILES: DocumentFiles = {
  own: (name: string) => `public/${name}`,
  picture: () => null,
  kept: (_, make) => make(),
};

export interface AskedDocument {
  readonly now?: number;
  readonly hub?: string;
  readonly indexNowKey?: string;
  /** Paths of pictures; there are none without it. */
  readonly picture?: DocumentFiles['picture'];
}

/** The document at an address of a publication, with its query; null where there is none. */
export async function documentOf(
  publication: TestPublication,
  address: string,
  { now = NOW, hub, indexNowKey, picture = FILES.picture }: AskedDocument = {},
): Promise<Document | null> {
  const [path = '', search = ''] = address.split('?', 2);
  const make = documentAt(path as SitePath);
  if (make === null) return null;
  const query = new URLSearchParams(search);
  const told = { hub: hub ?? null, indexNowKey: indexNowKey ?? null };
  const made = await publication.read(
    (reader) => make({ reader, siteUrl: SITE, query, files: { ...FILES, picture }, ...told }),
    now,
  );
  if (made !== null && 'moved' in made) throw new Error(`Moved to ${made.moved}`);
  return made;
}

/** The text of a document that is there. */
export async function textOf(
  publication: TestPublication,
  address: string,
  asked?: AskedDocument,
): Promise<string> {
  const document = await documentOf(publication, address, asked);
  if (typeof document?.body !== 'string') throw new Error(`There is no text at ${address}`);
  return document.body;
}

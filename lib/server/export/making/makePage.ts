import { brotliDecompressSync } from 'node:zlib';
import { hashOf } from '@/lib/site/hashOf';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../../pages/answer';
import type { FinishedDocument } from '../../pages/document';
import type { Page } from '../../pages/page';
import { referencesOf } from '../references';
import type { Made, MakeOrder, MakerTools } from './maker';

const NOTHING = { needs: [], links: [] } as const;

/** Writes the page or document at an address, with its compressed copies. */
export async function makePage(
  tools: MakerTools,
  answer: (path: SitePath) => Promise<Answer>,
  order: MakeOrder,
): Promise<Made> {
  const { target } = order;
  const found = await answer(target.address);
  switch (found.kind) {
    case 'page':
      return writePage(tools, order, found.page);
    case 'document':
      return writeDocument(tools, order, found.document);
    case 'missing':
    case 'gone':
    // A picture to share that is another by now: whoever needs it is made anew too.
    case 'redirect':
      return { kind: 'absent', target };
    case 'fault':
      return { kind: 'failed', target };
  }
}

async function writePage(
  { writer, siteUrl }: MakerTools,
  { target, hash: before }: MakeOrder,
  page: Page,
): Promise<Made> {
  const html = brotliDecompressSync(page.brotli);
  const hash = hashOf(html);
  const isWritten = hash !== before;
  if (isWritten) {
    await writer.writeText(target.file, { identity: html, br: page.brotli, gzip: page.gzip });
  }
  const references = referencesOf(html.toString('utf8'), siteUrl, true);
  return {
    kind: 'made',
    isWritten,
    file: { ...target, hash, shown: [...page.shown], ...references },
  };
}

async function writeDocument(
  { writer, siteUrl }: MakerTools,
  { target, hash: before }: MakeOrder,
  { status, bodies, name: hash, shown }: FinishedDocument,
): Promise<Made> {
  if (status !== 200) return { kind: 'absent', target };
  const { identity, br, gzip } = bodies;
  if (identity === undefined) throw new Error(`${target.address} has no plain form`);
  const isText = br !== undefined && gzip !== undefined;
  const isWritten = hash !== before;
  if (isWritten && isText) await writer.writeText(target.file, { identity, br, gzip });
  else if (isWritten) await writer.write(target.file, identity);
  const references = isText ? referencesOf(identity.toString('utf8'), siteUrl, false) : NOTHING;
  return { kind: 'made', isWritten, file: { ...target, hash, shown: [...shown], ...references } };
}

import type { Document, DocumentStatus } from '@/lib/discovery/document';
import type { Shown } from '@/lib/publishing/shown';
import type { Instant } from '@/lib/site/dates';
import { hashOf } from '@/lib/site/hashOf';
import { brotli, gzipped } from './compress';
import type { Encoding, Kept } from './page';

/** A document as it goes over the line. */
export interface FinishedDocument extends Kept {
  readonly status: DocumentStatus;
  /** Media type with its parameters. */
  readonly type: string;
  /** Forms of the body; pictures have the plain one alone. */
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>>>;
  /** Names the content, whatever its encoding; without quotation marks. */
  readonly name: string;
  readonly modified: Instant | null;
  readonly isImmutable: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const TEN_MINUTES = 600_000;
/** What headers, objects and names take beside the bodies. */
const OVERHEAD = 2048;

/** Compresses a document, if it is a text. */
export async function finishDocument(
  {
    status = 200,
    type,
    body,
    modified,
    isImmutable = false,
    steadyFor = TEN_MINUTES,
    fields = {},
  }: Document,
  shown: ReadonlySet<Shown>,
): Promise<FinishedDocument> {
  const plain = Buffer.from(body);
  const bodies = typeof body === 'string' ? await encoded(plain) : { identity: plain };
  const bytes = Object.values(bodies).reduce((sum, { length }) => sum + length, 0);
  const name = hashOf(plain);
  const size = bytes + OVERHEAD;
  return { status, type, bodies, name, modified, isImmutable, fields, shown, steadyFor, size };
}

async function encoded(identity: Buffer): Promise<FinishedDocument['bodies']> {
  const [br, gzip] = await Promise.all([brotli(identity), gzipped(identity)]);
  return { br, gzip, identity };
}

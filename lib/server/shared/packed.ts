import * as z from 'zod';
import type { Shown } from '@/lib/publishing/shown';
import type { KeptAnswer } from '../pages/answer';

/** Whatever the archive calls the things that pages show; only compared, never looked into. */
const shown = z.array(z.custom<Shown>((value) => typeof value === 'string'));
const common = {
  /** When it was begun; milliseconds since 1970. */
  madeAt: z.number(),
  shown,
  steadyFor: z.number(),
  size: z.number(),
  /** Bytes of each body, in the order in which they follow. */
  lengths: z.array(z.int().min(0)),
};

const page = z.strictObject({
  kind: z.literal('page'),
  ...common,
  etag: z.string(),
  policy: z.string(),
  links: z.array(
    z.strictObject({
      rel: z.enum(['alternate', 'canonical', 'hub', 'self']),
      href: z.string(),
      type: z.string().optional(),
    }),
  ),
});

const document = z.strictObject({
  kind: z.literal('document'),
  ...common,
  status: z.literal(200),
  type: z.string(),
  name: z.string(),
  modified: z.number().nullable(),
  isImmutable: z.boolean(),
  fields: z.record(z.string(), z.string()),
});

const header = z.discriminatedUnion('kind', [page, document]);
const text = z.string().transform((json, context): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
});

const LENGTH = 4;

/** A page or document of text in one piece: the length of its facts, the facts, its bodies. */
export function pack(answer: KeptAnswer, madeAt: number): Buffer {
  const [facts, bodies] = taken(answer, madeAt);
  const written = Buffer.from(JSON.stringify({ ...facts, lengths: bodies.map((b) => b.length) }));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(written.length);
  return Buffer.concat([length, written, ...bodies]);
}

function taken(answer: KeptAnswer, madeAt: number): [object, Buffer[]] {
  if (answer.kind === 'page') {
    const { brotli, gzip, shown, ...rest } = answer.page;
    return [{ kind: 'page', ...rest, shown: [...shown], madeAt }, [brotli, gzip]];
  }
  const { bodies, shown, ...rest } = answer.document;
  const { br, gzip, identity } = bodies;
  const all = [br, gzip, identity].flatMap((body) => body ?? []);
  return [{ kind: 'document', ...rest, shown: [...shown], madeAt }, all];
}

/** What was packed, and when it was made; null for bytes of any other origin. */
export function unpack(bytes: Buffer): { answer: KeptAnswer; madeAt: number } | null {
  if (bytes.length < LENGTH) return null;
  const begin = LENGTH + bytes.readUInt32BE(0);
  const read = text.pipe(header).safeParse(bytes.toString('utf8', LENGTH, begin));
  if (!read.success) return null;
  const { lengths, madeAt, ...facts } = read.data;
  const bodies = cut(bytes, begin, lengths);
  if (bodies === null) return null;
  const shown = new Set(facts.shown);
  if (facts.kind === 'page') {
    const [brotli, gzip, ...others] = bodies;
    if (!brotli || !gzip || others.length > 0) return null;
    const { kind, links, ...rest } = facts;
    const whole = links.map(({ type, ...link }) => ({
      ...link,
      ...(type !== undefined && { type }),
    }));
    return { answer: { kind, page: { ...rest, links: whole, brotli, gzip, shown } }, madeAt };
  }
  const [br, gzip, identity, ...others] = bodies;
  if (!br || !gzip || !identity || others.length > 0) return null;
  const { kind, ...rest } = facts;
  return { answer: { kind, document: { ...rest, bodies: { br, gzip, identity }, shown } }, madeAt };
}

function cut(bytes: Buffer, begin: number, lengths: readonly number[]): Buffer[] | null {
  let at = begin;
  const bodies = lengths.map((length) => {
    const body = bytes.subarray(at, at + length);
    at += length;
    return body;
  });
  return at === bytes.length ? bodies : null;
}

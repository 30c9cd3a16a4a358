import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mediaType } from '@/lib/archive/queries/pictures';
import { publication } from '@/lib/publishing/publication';

interface Context {
  readonly params: Promise<{ path: string[] }>;
}

/** A picture of the publication. Only files that the archive lists as pictures are answered. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const current = await publication();
  const path = `media/${(await params).path.join('/')}`;
  const type = current.read((reader) => mediaType(reader, path));
  const file = join(current.environment.contentDir, path);
  // The archive may list a picture that was deleted since the last sync.
  const facts = type === null ? undefined : statSync(file, { throwIfNoEntry: false });
  if (type === null || !facts) {
    return new Response('There is no such picture.\n', { status: 404 });
  }
  const body = Readable.toWeb(createReadStream(file));
  return new Response(body as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(facts.size),
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

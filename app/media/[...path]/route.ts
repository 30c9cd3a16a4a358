import { createReadStream, type Stats, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pictureFor, pictureHeaders } from '@/lib/publishing/pictures';
import { publication } from '@/lib/publishing/publication';

interface Context {
  readonly params: Promise<{ path: string[] }>;
}

/** A picture of the publication, or a size of it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const path = `media/${(await params).path.join('/')}`;
  const answer = await pictureFor(await publication(), path);
  if (!answer) return missing();
  const headers = pictureHeaders(answer);
  if ('bytes' in answer) {
    return new Response(new Uint8Array(answer.bytes), { headers });
  }
  const facts: Stats | undefined = statSync(answer.file, { throwIfNoEntry: false });
  if (!facts) return missing();
  const body = Readable.toWeb(createReadStream(answer.file));
  return new Response(body as ReadableStream<Uint8Array>, {
    headers: { ...headers, 'Content-Length': String(facts.size) },
  });
}

function missing(): Response {
  return new Response('There is no such picture.\n', { status: 404 });
}

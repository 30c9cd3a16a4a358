import { sendOn } from '@/app/_site/missing';
import { documentFor } from '@/lib/publishing/documents';
import { publication } from '@/lib/publishing/publication';
import { asked, type SitePath, usedQuery } from '@/lib/site/routes';

interface Context {
  readonly params: Promise<{ path: string[] }>;
}

/** Feeds, sitemaps and other documents, which next.config.ts leads here; lib/server makes them itself. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const path = asked.path((await params).path);
  const current = await publication();
  if (process.env.NODE_ENV === 'development') await current.sync();
  const query = usedQuery(path, new URL(request.url).search);
  const document = await documentFor(current, `${path}${query}` as SitePath);
  if (document === null) {
    await sendOn(path);
    return new Response('There is no such document.\n', { status: 404 });
  }
  if ('moved' in document) return Response.redirect(new URL(document.moved, request.url), 307);
  const { status = 200, type, body, modified, fields } = document;
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=60, stale-while-revalidate=600',
      'Access-Control-Allow-Origin': '*',
      ...(modified !== null && { 'Last-Modified': new Date(modified).toUTCString() }),
      ...fields,
    },
  });
}

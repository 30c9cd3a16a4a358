import { changeFeed } from '@/lib/publishing/development/changeFeed';

export const dynamic = 'force-dynamic';

/** Milliseconds; what stands between may take a silent connection for a dead one. */
const HEARTBEAT = 15_000;

/** In development, tells a browser of each change of the content as it comes. */
export async function GET(request: Request): Promise<Response> {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 });
  const feed = await changeFeed();
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stopListening = feed.listen(() => send('event: change\ndata: content\n\n'));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT);
      request.signal.addEventListener('abort', () => {
        clearInterval(heartbeat);
        stopListening();
        controller.close();
      });
      send(': listening\n\n');
    },
  });
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  });
}

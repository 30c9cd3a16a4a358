import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { generateLoad } from '@/lib/cli/bench/rate/generateLoad';

async function loadOn(handler: RequestListener) {
  const server = createServer(handler);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return generateLoad({ port, path: '/page', connections: 4, duration: 300 });
}

it.each<[string, RequestListener]>([
  ['that says its length', (_, response) => response.end('x'.repeat(70_000))],
  [
    'that comes in chunks',
    (_, response) => {
      response.write('x'.repeat(40_000));
      response.end('y');
    },
  ],
])('counts as many answers as were given, of one %s', async (_, handler) => {
  let given = 0;
  const { rate } = await loadOn((request, response) => {
    expect(request.url).toBe('/page');
    given += 1;
    handler(request, response);
  });
  const counted = rate * 0.3;
  // The clock goes on until the last answer is in, and one more request learned the length.
  expect(counted).toBeGreaterThan(given * 0.5);
  expect(counted).toBeLessThanOrEqual(given);
});

it('fails where something else than the page is answered', async () => {
  await expect(
    loadOn((_, response) => {
      response.statusCode = 503;
      response.end('busy');
    }),
  ).rejects.toThrow('HTTP/1.1 503');
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { fetchRaw, madePage, serve } from './support';

it('readers who take in nothing keep nobody else waiting', async () => {
  const page = await madePage('Long text. '.repeat(20_000));
  const site = await serve({ answers: { '/': { kind: 'page', page } } });
  const slow = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const socket = connect(site.port, '127.0.0.1');
      onTestFinished(() => {
        socket.destroy();
      });
      await once(socket, 'connect');
      socket.pause();
      // Without compression, and often enough to fill what the system keeps of a connection.
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20));
      return socket;
    }),
  );
  expect(slow).toHaveLength(200);
  for (let request = 0; request < 20; request += 1) {
    const { status, body } = await fetchRaw(site, '/', { headers: { 'accept-encoding': 'br' } });
    expect([status, body.length]).toEqual([200, page.brotli.length]);
  }
  expect(site.made).toEqual(['/']);
});

import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { orderlyStop } from '@/lib/server/orderlyStop';

const opened: { end: () => void }[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.end();
});

// Longer than any test may take, so that a server which merely waits fails its test.
const ENDLESS = 600_000;

async function serve(answer: RequestListener, patience = ENDLESS) {
  const server = createServer(answer);
  const stop = orderlyStop(server, patience);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({ end: () => server.closeAllConnections() });
  return { server, stop };
}

/** A client's connection, and all that the server has sent on it. */
async function open(server: Server): Promise<{ socket: Socket; received: () => string }> {
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  const socket = connect(port, '127.0.0.1');
  const pieces: string[] = [];
  socket.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  opened.push({ end: () => socket.destroy() });
  await accepted;
  return { socket, received: () => pieces.join('') };
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

it('does not wait for a connection that has never asked', async () => {
  const { server, stop } = await serve((_request, response) => response.end('all'));
  const { socket } = await open(server);
  const closed = once(socket, 'close');
  await Promise.all([stop(), closed]);
  expect(socket.destroyed).toBe(true);
});

it('does not wait for a connection that asks no more', async () => {
  const { server, stop } = await serve((_request, response) => response.end('all'));
  const { socket, received } = await open(server);
  socket.write(REQUEST);
  await expect.poll(received).toContain('all');
  await Promise.all([stop(), once(socket, 'close')]);
});

it('finishes the answer that is under way, and then closes its connection', async () => {
  let finish = () => {};
  const { server, stop } = await serve((_request, response) => {
    response.write('first half, ');
    finish = () => response.end('second half');
  });
  const { socket, received } = await open(server);
  socket.write(REQUEST);
  await expect.poll(received).toContain('first half');
  const stopped = stop();
  finish();
  await Promise.all([stopped, once(socket, 'close')]);
  expect(received()).toContain('second half');
});

it('lets a slow reader take in all of an answer that is made already', async () => {
  const body = 'x'.repeat(20_000_000);
  const { server, stop } = await serve((_request, response) => response.end(body));
  const { socket, received } = await open(server);
  socket.write(REQUEST);
  await once(socket, 'data');
  socket.pause();
  const stopped = stop();
  socket.resume();
  await Promise.all([stopped, once(socket, 'close')]);
  expect(received().length).toBeGreaterThan(body.length);
});

it('tells a client that asks again meanwhile that the connection ends', async () => {
  const finish: (() => void)[] = [];
  const { server, stop } = await serve((_request, response) => {
    finish.push(() => response.end('all'));
  });
  const { socket, received } = await open(server);
  socket.write(REQUEST);
  await expect.poll(() => finish.length).toBe(1);
  const stopped = stop();
  socket.write(REQUEST);
  await expect.poll(() => finish.length).toBe(2);
  for (const answer of finish) answer();
  await Promise.all([stopped, once(socket, 'close')]);
  expect(received().match(/Connection: close/g)).toHaveLength(1);
});

it('takes no new connection', async () => {
  const { server, stop } = await serve((_request, response) => response.end('all'));
  const { port } = server.address() as AddressInfo;
  await stop();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

it('cuts off an answer that takes longer than its patience', async () => {
  const { server, stop } = await serve((_request, response) => response.write('begun'), 50);
  const { socket, received } = await open(server);
  socket.write(REQUEST);
  await expect.poll(received).toContain('begun');
  await Promise.all([stop(), once(socket, 'close')]);
});

it('does not wait for the rest of a request', async () => {
  const { server, stop } = await serve((_request, response) => response.end('all'));
  const { socket } = await open(server);
  socket.write('GET / HTTP/1.1\r\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([stop(), once(socket, 'close')]);
});

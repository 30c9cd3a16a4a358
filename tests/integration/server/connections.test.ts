import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limitConnections } from '@/lib/server/http/connectionLimit';
import { roomForConnections } from '@/lib/server/http/openFiles';
import { fetchRaw, serve } from './support';

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

async function limited(most: number) {
  const server = createServer((request, response) => {
    if (request.url === '/slow') response.write('begun');
    else response.end('all');
  });
  limitConnections(server, most);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  /** Opens a connection, asks for something on it, and waits for the first bytes. */
  return async (first?: string): Promise<Socket> => {
    const accepted = once(server, 'connection');
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => socket.destroy());
    await accepted;
    if (first === undefined) return socket;
    socket.write(first);
    await once(socket, 'data');
    return socket.resume();
  };
}

const closed = (socket: Socket): Promise<unknown> => once(socket.resume(), 'close');

describe('a connection too many', () => {
  it('takes the place of the oldest that has asked for nothing', async () => {
    const open = await limited(3);
    const reader = await open(REQUEST);
    const first = await open();
    const second = await open();
    const end = closed(first);
    await open(REQUEST);
    await end;
    expect([reader.destroyed, second.destroyed]).toEqual([false, false]);
  });

  it('takes that of one that asks no more, where all have asked', async () => {
    const open = await limited(2);
    const busy = await open('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
    const idle = await open(REQUEST);
    const end = closed(idle);
    await open();
    await end;
    expect(busy.destroyed).toBe(false);
  });

  it('takes that of the longest answer, where all are being answered', async () => {
    const open = await limited(2);
    const slow = 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n';
    const first = await open(slow);
    const second = await open(slow);
    const end = closed(first);
    await open(slow);
    await end;
    expect(second.destroyed).toBe(false);
  });
});

it.each([
  ['Max open files            1024                 524288               files', 768],
  ['Max open files            100                  100                  files', 50],
  [
    'Max open files            unlimited            unlimited            files',
    Number.MAX_SAFE_INTEGER,
  ],
  [null, 3_840],
])('room is left for the files of the server itself: %s', (limits, room) => {
  expect(roomForConnections(limits)).toBe(room);
});

describe('a request that others may read otherwise', () => {
  it.each([
    ['Host: a\r\nHost: b', ''],
    ['Host: a\r\nTransfer-Encoding: xchunked', REQUEST],
    ['Host: a\r\nTransfer-Encoding: gzip, chunked', '0\r\n\r\n'],
  ])('is refused, and ends its connection: %j', async (fields, rest) => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1');
    const pieces: string[] = [];
    socket.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
    socket.write(`POST / HTTP/1.1\r\n${fields}\r\n\r\n${rest}`);
    await once(socket, 'close');
    expect(pieces.join('').match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
  });

  it('is answered once where its body turns out to be malformed', async () => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1');
    const pieces: string[] = [];
    socket.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n');
    await once(socket, 'close');
    expect(pieces.join('').match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405']);
  });

  it('is none where it has a body in chunks', async () => {
    const site = await serve();
    const { status } = await fetchRaw(site, '/', {
      method: 'POST',
      headers: { 'Transfer-Encoding': 'chunked' },
      body: 'hello',
    });
    expect(status).toBe(405);
  });
});

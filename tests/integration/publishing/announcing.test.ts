import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcer } from '@/lib/publishing/announcing/announcer';
import { slug } from '@/tests/fixtures/slugs';

const WHAT = {
  appeared: [slug<'article'>('dam')],
  altered: [],
  vanished: [],
  shown: new Set(['changes:all:'] as const),
};

let server: Server;
let statuses: number[];
let received: { type: string | undefined; body: string }[];
let address: string;

beforeEach(async () => {
  statuses = [];
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ type: request.headers['content-type'], body });
      response.writeHead(statuses.shift() ?? 202).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
  server.close();
  server.closeAllConnections();
});

function announce(siteUrl = 'https://courier.example', hub: string | null = null) {
  const indexNow = { key: 'abcd-1234', endpoint: address };
  announcer({ siteUrl, announcing: { hub, indexNow } }, [1, 1])(WHAT);
}

describe('what is published', () => {
  it('is told to IndexNow and to the hub', async () => {
    announce('https://courier.example', address);
    await vi.waitFor(() => expect(received).toHaveLength(2));
    const types = received.map(({ type }) => type).sort();
    expect(types).toEqual(['application/json; charset=utf-8', 'application/x-www-form-urlencoded']);
  });

  it('is told again where the other side was busy or had a fault', async () => {
    statuses = [503, 429, 200];
    announce();
    await vi.waitFor(() => expect(received).toHaveLength(3));
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(console.error).not.toHaveBeenCalled();
  });

  it('is told once where it was refused, and the log says so', async () => {
    statuses = [403];
    announce();
    await vi.waitFor(() =>
      expect(console.error).toHaveBeenCalledWith(
        'IndexNow was not told of what is new: status 403.',
      ),
    );
    expect(received).toHaveLength(1);
  });

  it('is given up after a few tries where nobody listens', async () => {
    server.close();
    server.closeAllConnections();
    announce();
    await vi.waitFor(() => expect(console.error).toHaveBeenCalledTimes(1));
  });

  it('is told to no search engine that cannot reach the site; the log says so at the start', () => {
    announce('http://localhost:3000');
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('SITE_URL'));
    expect(received).toEqual([]);
  });
});

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
/** Seconds, where the other side asks to be left alone. */
let retryAfter: string | null;
let received: { type: string | undefined; body: string; at: number }[];
let address: string;

beforeEach(async () => {
  statuses = [];
  retryAfter = null;
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ type: request.headers['content-type'], body, at: performance.now() });
      if (retryAfter !== null) response.setHeader('Retry-After', retryAfter);
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

  it('is told again no sooner than the other side asks for', async () => {
    statuses = [429, 200];
    retryAfter = '1';
    announce();
    await vi.waitFor(() => expect(received).toHaveLength(2), { timeout: 5_000 });
    const [first, second] = received.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(900);
  });

  it('is not told again to who asks to be left alone for long', async () => {
    statuses = [429];
    retryAfter = '3600';
    announce();
    await vi.waitFor(() =>
      expect(console.error).toHaveBeenCalledWith(
        'IndexNow was not told of what is new: status 429.',
      ),
    );
    expect(received).toHaveLength(1);
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

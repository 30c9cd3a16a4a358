import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientFinder } from '@/lib/server/clients/clientAddress';
import { clientLimits } from '@/lib/server/clients/clientLimits';
import { publishReceiver } from '@/lib/server/http/receivePublish';
import type { Answer } from '@/lib/server/pages/answer';
import { fetchRaw, madePage, type Site, serve } from './support';

const SECRET = 'a secret of the newsroom';

let warned: string[];

beforeEach(() => {
  warned = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void warned.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function start(trusted: readonly string[], refused: number[] = []): Promise<Site> {
  const findClient = clientFinder({ trusted, header: 'x-forwarded-for' });
  const limits = clientLimits({ searches: 2, refusedDeliveries: 2 }, findClient);
  const found: Answer = { kind: 'page', page: await madePage('Found') };
  const paths = ['/search', '/search?q=a', '/search?q=b', '/rates?amount=1', '/api/oembed?url=x'];
  return serve({
    answers: Object.fromEntries(paths.map((path) => [path, found])),
    receive: publishReceiver({
      secrets: { shared: SECRET, local: 'a token of this machine' },
      branch: 'main',
      publish: () => 'started',
      hasFailed: () => false,
      siteUrl: 'https://news.example',
      limit: limits.refusedDeliveries,
      onRefusal: (status) => refused.push(status),
      log: () => undefined,
    }),
    more: { searches: limits.searches },
  });
}

const LOOPBACK = ['127.0.0.0/8'];
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

describe('searches', () => {
  it('are so many a minute for each client, whatever is asked of a query', async () => {
    const site = await start(LOOPBACK);
    const ask = async (path: string, client = '203.0.113.7') =>
      (await fetchRaw(site, path, from(client))).status;
    expect(await ask('/search?q=a')).toBe(200);
    expect(await ask('/rates?amount=1')).toBe(200);
    expect(await ask('/search?q=b')).toBe(429);
    expect(await ask('/api/oembed?url=x')).toBe(429);
    expect(await ask('/search?q=b', '203.0.113.8')).toBe(200);
    // What is kept for all costs nothing.
    for (let i = 0; i < 5; i += 1) expect(await ask('/search')).toBe(200);
    expect(warned).toEqual([]);
  });

  it('that are too many are answered in plain words, with the time to wait', async () => {
    const site = await start(LOOPBACK);
    for (let i = 0; i < 2; i += 1) await fetchRaw(site, '/search?q=a', from('203.0.113.7'));
    const page = await fetchRaw(site, '/search?q=a', from('203.0.113.7'));
    expect(page.status).toBe(429);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(page.body.toString()).toContain('Too many searches');
    const data = await fetchRaw(site, '/api/oembed?url=x', from('203.0.113.7'));
    expect(data.headers['content-type']).toBe('application/json');
    expect(Number(data.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(data.body.toString()).error).toMatch(/^Too many .* again in \d+ s\.$/);
  });

  it('are limited for a network of IPv6 as a whole', async () => {
    const site = await start(LOOPBACK);
    const statuses: number[] = [];
    for (const end of ['1', 'ffff:2', '3']) {
      const { status } = await fetchRaw(site, '/search?q=a', from(`2001:db8:1:2::${end}`));
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('are not limited where a proxy that nobody named may ask for all, which is said once', async () => {
    const site = await start([]);
    for (let i = 0; i < 6; i += 1) {
      expect((await fetchRaw(site, '/search?q=a', from('203.0.113.7'))).status).toBe(200);
    }
    expect(warned).toEqual([expect.stringContaining('set TRUSTED_PROXIES=loopback')]);
  });
});

describe('deliveries', () => {
  const address = { 'x-forwarded-for': '192.0.2.9' };
  const deliver = (site: Site, body: string | Buffer, headers: Record<string, string>) =>
    fetchRaw(site, '/api/publish', { method: 'POST', headers: { ...address, ...headers }, body });
  const signed = (body: string | Buffer) => ({
    'x-github-event': 'push',
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  });

  it('that are wrong are so many a minute, and right ones come through all the same', async () => {
    const refused: number[] = [];
    const site = await start(LOOPBACK, refused);
    const wrong = { authorization: 'Bearer a guess' };
    for (const status of [401, 401, 429, 429]) {
      const reply = await deliver(site, '', wrong);
      expect(reply.status).toBe(status);
      expect(reply.headers['retry-after'] !== undefined).toBe(status === 429);
    }
    expect(refused).toEqual([401, 401, 429, 429]);
    const push = '{"ref":"refs/heads/main","after":"8f0a"}';
    expect((await deliver(site, push, signed(push))).status).toBe(202);
    // What would cost much to check is not looked at.
    const large = Buffer.alloc(2 * 1024 * 1024, 32);
    expect((await deliver(site, large, signed(large))).status).toBe(429);
  });

  it('that are right are as many as there are', async () => {
    const site = await start(LOOPBACK);
    for (let i = 0; i < 9; i += 1) {
      const push = `{"ref":"refs/heads/main","after":"${i}"}`;
      expect((await deliver(site, push, signed(push))).status).toBe(202);
    }
  });
});

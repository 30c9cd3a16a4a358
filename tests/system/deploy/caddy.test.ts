import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signPreview } from '@/lib/publishing/preview/token';
import { slug } from '@/tests/fixtures/slugs';
import { temporaryFolder } from '@/tests/support/content';
import { freePort, type RunningSite, startSite } from '@/tests/support/server';
import { HOST } from './support/ask';
import { type CaddyFront, caddyInFront } from './support/caddyInFront';
import { copyPages } from './support/copyPages';
import { deliver, PUBLISH_SECRET } from './support/deliver';
import { type Hop, hurriedHop } from './support/hurriedHop';

const ARTICLE = '/articles/almaty-airport-hostage-trial';
const PREVIEW_SECRET = 'a secret for previews';
const BROTLI = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };

const dataDir = temporaryFolder();
const exported = temporaryFolder();
let port: number;
let site: RunningSite;
let hop: Hop;
let front: CaddyFront;
/** Asks the server a minute long. */
let patient: CaddyFront;

function start(): Promise<RunningSite> {
  const environment = {
    PORT: String(port),
    SITE_URL: `https://${HOST}`,
    TRUSTED_PROXIES: 'loopback',
    PUBLISH_SECRET,
    PREVIEW_SECRET,
  };
  return startSite({ dataDir, environment });
}

beforeAll(async () => {
  port = await freePort();
  site = await start();
  hop = await hurriedHop(port);
  await copyPages(`http://127.0.0.1:${port}`, exported, ['/', '/rates', '/feed.xml', ARTICLE]);
  await copyPages(`http://127.0.0.1:${port}`, exported, ['/rates/kzt']);
  writeFileSync(join(exported, '_headers'), '/*\n');
  front = await caddyInFront({ serverPort: port, exported, patience: '0s' });
  patient = await caddyInFront({ serverPort: hop.port, exported, patience: '60s' });
});

afterAll(async () => {
  await Promise.all([front?.stop(), patient?.stop(), site?.stop()]);
  hop?.close();
});

describe('what readers get', () => {
  it.each(['/', ARTICLE, '/feed.xml', '/sitemap.xml', '/rates/kzt.json', '/search?q=water'])(
    '%s as the server sends it',
    async (path) => {
      const direct = await fetch(`http://127.0.0.1:${port}${path}`);
      const { status, headers, text } = await front.ask(path, { headers: BROTLI });
      expect([status, text === (await direct.text())]).toEqual([200, true]);
      for (const name of ['cache-control', 'content-security-policy', 'content-type', 'vary']) {
        expect(headers[name] ?? null, name).toBe(direct.headers.get(name));
      }
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
    },
  );

  it('the form that they ask for, and 304 where their copy of it is good', async () => {
    for (const encoding of ['br', 'gzip', undefined]) {
      const headers = { 'Accept-Encoding': encoding ?? 'identity' };
      const reply = await front.ask(ARTICLE, { headers });
      expect(reply.headers['content-encoding']).toBe(encoding);
      const validator = { ...headers, 'If-None-Match': String(reply.headers.etag) };
      expect((await front.ask(ARTICLE, { headers: validator })).status).toBe(304);
    }
  });

  it('the pages of the site itself where there is nothing, and its redirects', async () => {
    const missing = await front.ask('/no-such-page');
    expect([missing.status, missing.text.includes('<h1')]).toEqual([404, true]);
    const { status, headers } = await front.ask('/rates/');
    expect([status, headers.location]).toEqual([308, '/rates']);
  });

  it('TLS where they come by plain HTTP', async () => {
    const options = { port: front.httpPort, path: '/about?a=b', headers: { Host: HOST } };
    const asked = request(options).end();
    const [{ statusCode, headers }] = await once(asked, 'response');
    expect([statusCode, headers.location]).toEqual([308, `https://${HOST}/about?a=b`]);
  });

  it('no say in who they are', async () => {
    const forged = { 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7' };
    await patient.ask('/contact', { headers: { ...forged, 'X-Forwarded-Proto': 'http' } });
    const { forwarded, 'x-forwarded-for': address, 'x-forwarded-proto': scheme } = hop.asked();
    expect([forwarded, address, scheme]).toEqual([undefined, '127.0.0.1', 'https']);
  });

  it('no metrics, and nothing by another name', async () => {
    expect((await front.ask('/metrics')).status).toBe(403);
    await expect(front.ask('/', { servername: 'other.example' })).rejects.toThrow(/alert|EPROTO/);
  });
});

describe('webhooks', () => {
  it.each([
    ['small', 'Қазақстан'],
    ['as large as GitHub sends them', 'ғ'.repeat(12 * 1024 * 1024)],
  ])('pass unchanged: %s', async (_, more) => {
    expect((await deliver(front.ask, more)).status).toBe(202);
  });

  it('no larger ones', async () => {
    expect((await deliver(front.ask, 'g'.repeat(26 * 1024 * 1024))).status).toBe(413);
  });
});

describe('while the server is away', () => {
  const until = Date.now() + 86_400_000;
  const token = signPreview(PREVIEW_SECRET, { slug: slug('almaty-airport-hostage-trial'), until });
  let known: string;

  beforeAll(async () => {
    expect((await front.ask(`/preview/${token}`)).headers['cache-control']).toBe('no-store');
    known = String((await front.ask(ARTICLE, { headers: BROTLI })).headers.etag);
    site.kill();
    const asksInVain = () =>
      fetch(`http://127.0.0.1:${port}`)
        .then(() => false)
        .catch(() => true);
    await vi.waitFor(async () => expect(await asksInVain()).toBe(true), 10_000);
  });

  it.each([
    ['/', '<h1'],
    [ARTICLE, 'Mashrapbek Baratov'],
    ['/rates', 'USD'],
    ['/rates/kzt', 'KZT'],
    ['/feed.xml', '<rss'],
    [`${ARTICLE}?utm_source=letter`, 'Mashrapbek Baratov'],
  ])('readers get %s from the export, in their form', async (path, words) => {
    for (const encoding of ['br', 'gzip', undefined]) {
      const question = { 'Accept-Encoding': encoding ?? 'identity', 'If-None-Match': known };
      const { status, headers, text } = await front.ask(path, { headers: question });
      expect([status, headers['content-encoding']]).toEqual([200, encoding]);
      expect(text.includes(words)).toBe(true);
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=10');
    }
  });

  it.each([
    ['a page', '/sections/business'],
    ['what a host reads', '/_headers'],
    ['a preview', `/preview/${token}`],
    ['data', '/api/publish/status'],
  ])('of %s that is not in it, or not for them, they hear that it is away', async (_, path) => {
    const { status, headers, text } = await front.ask(path);
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([
      502,
      '30',
      'no-store',
    ]);
    expect(text).toContain('Back in a moment');
  });

  it('deliveries are refused, and so sent again', async () => {
    expect((await deliver(front.ask, 'x')).status).toBe(502);
  });

  it('readers wait for it where it is started again', async () => {
    const waiting = patient.ask('/sections/business');
    site = await start();
    expect((await waiting).status).toBe(200);
    expect((await front.ask(ARTICLE)).headers).not.toHaveProperty('x-cache');
  });
});

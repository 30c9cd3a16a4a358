import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { putSmallContent, runExport } from '@/tests/support/exports';
import { testAsEveryFront } from './support/asEveryFront';
import { HOST } from './support/ask';
import { type CaddyFront, caddyInFront } from './support/caddyInFront';
import { deliver } from './support/deliver';
import { type Hop, hurriedHop } from './support/hurriedHop';
import {
  ARTICLE,
  BROTLI,
  previewPath,
  type ServerBehind,
  serverBehind,
} from './support/serverBehind';

const contentDir = temporaryFolder();
const dataDir = temporaryFolder();
const exported = temporaryFolder();
const exportDataDir = temporaryFolder();
let server: ServerBehind;
let hop: Hop;
let front: CaddyFront;
/** Asks the server a minute long. */
let patient: CaddyFront;

beforeAll(async () => {
  await putSmallContent(contentDir);
  const { status, log } = await runExport({
    out: exported,
    contentDir,
    dataDir: exportDataDir,
    environment: { SITE_URL: `https://${HOST}` },
  });
  expect(status, log).toBe(0);
  server = await serverBehind(contentDir, dataDir);
  hop = await hurriedHop(server.port);
  front = await caddyInFront({ serverPort: server.port, exported, patience: '0s' });
  patient = await caddyInFront({ serverPort: hop.port, exported, patience: '60s' });
  return async () => {
    await Promise.all([front.stop(), patient.stop(), server.stop()]);
    hop.close();
  };
});

testAsEveryFront(() => ({ ask: front.ask, httpPort: front.httpPort, askHop: patient.ask, hop }));

describe('what readers get', () => {
  it.each(['/', ARTICLE, '/feed.xml', '/sitemap.xml', '/rates/kzt.json', '/search?q=water'])(
    '%s as the server sends it',
    async (path) => {
      const direct = await fetch(server.address + path);
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
});

describe('while the server is away', () => {
  const preview = previewPath();
  let known: string;

  beforeAll(async () => {
    expect((await front.ask(preview)).headers['cache-control']).toBe('no-store');
    known = String((await front.ask(ARTICLE, { headers: BROTLI })).headers.etag);
    await server.kill();
  });

  it.each([
    ['/', '<h1'],
    [ARTICLE, 'Mashrapbek Baratov'],
    ['/rates', 'USD'],
    ['/rates/kzt', 'KZT'],
    ['/sections/business', 'Business'],
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
    ['a page', '/articles/published-since'],
    ['what a host reads', '/_headers'],
    ['what an export knows of itself', '/.saxaul/Caddyfile'],
    ['a preview', preview],
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
    await server.start();
    expect((await waiting).status).toBe(200);
    expect((await front.ask(ARTICLE)).headers).not.toHaveProperty('x-cache');
  });
});

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { dataHeaders } from '@/lib/publishing/rateData';
import { fetchRaw, type Site, serve } from './support';

const BODY = JSON.stringify({ base: 'USD', rates: Array.from({ length: 50 }, () => '87.45 сом') });
const ETAG = '"abc"';
const CACHING = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400';
const TYPE = 'application/json; charset=utf-8';
const PATH = '/api/rates';

let site: Site;

beforeEach(async () => {
  site = await serve({
    data: {
      [PATH]: { body: BODY, headers: dataHeaders({ type: TYPE, body: BODY, etag: ETAG }) },
      '/api/health': { body: '{"status":"ok"}\n', headers: { 'Cache-Control': 'no-store' } },
    },
  });
});

describe('data', () => {
  it('is sent plain to those who ask for nothing, with its strong name', async () => {
    const { status, headers, body } = await fetchRaw(site, PATH);
    expect(status).toBe(200);
    expect(body.toString()).toBe(BODY);
    expect(headers).toMatchObject({
      'content-type': TYPE,
      'cache-control': CACHING,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-robots-tag': 'noindex',
      'content-length': String(Buffer.byteLength(BODY)),
      etag: ETAG,
      vary: 'Accept-Encoding',
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)(
    'is sent with %s to those who take %s, with a weak name',
    async (encoding, accepted, decompress) => {
      const reply = await fetchRaw(site, PATH, { headers: { 'accept-encoding': accepted } });
      expect(decompress(reply.body).toString()).toBe(BODY);
      expect(reply.headers).toMatchObject({
        'content-encoding': encoding,
        'content-length': String(reply.body.length),
        etag: `W/${ETAG}`,
        vary: 'Accept-Encoding',
      });
      expect(reply.body.length).toBeLessThan(Buffer.byteLength(BODY));
    },
  );

  it.each([ETAG, `W/${ETAG}`, `"other", ${ETAG}`, '*'])(
    'is not sent again to those who have it: %s',
    async (given) => {
      for (const encoding of ['identity', 'br']) {
        const { status, headers, body } = await fetchRaw(site, PATH, {
          headers: { 'if-none-match': given, 'accept-encoding': encoding },
        });
        expect([status, body.length]).toEqual([304, 0]);
        expect(headers).toMatchObject({
          'cache-control': CACHING,
          vary: 'Accept-Encoding',
        });
        expect(headers.etag).toContain(ETAG);
        expect(headers['content-encoding']).toBeUndefined();
      }
    },
  );

  it.each(['"other"', 'W/"other"', 'abc', ''])(
    'is sent to those who have something else: %j',
    async (given) => {
      const { status, body } = await fetchRaw(site, PATH, { headers: { 'if-none-match': given } });
      expect([status, body.toString()]).toEqual([200, BODY]);
    },
  );

  it('goes by the copy of a program whose `fetch` adds no-cache to what it asks', async () => {
    const headers = { 'if-none-match': ETAG, 'cache-control': 'no-cache' };
    expect((await fetchRaw(site, PATH, { headers })).status).toBe(304);
  });

  it.each(['identity', 'br', 'gzip'])(
    'has the same head without a body for HEAD: %s',
    async (encoding) => {
      const headers = { 'accept-encoding': encoding };
      const whole = await fetchRaw(site, PATH, { headers });
      const head = await fetchRaw(site, PATH, { method: 'HEAD', headers });
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
    },
  );

  it('without a name is always sent', async () => {
    for (const given of ['*', ETAG]) {
      const headers = { 'if-none-match': given, 'accept-encoding': 'gzip' };
      const reply = await fetchRaw(site, '/api/health', { headers });
      expect(reply.status).toBe(200);
      expect(reply.headers.etag).toBeUndefined();
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(gunzipSync(reply.body).toString()).toBe('{"status":"ok"}\n');
    }
  });

  it('is the same whatever is asked of it, and no page is made for it', async () => {
    expect((await fetchRaw(site, `${PATH}?of=1`)).body.toString()).toBe(BODY);
    expect(site.made).toEqual([]);
  });

  it('has no other address', async () => {
    expect((await fetchRaw(site, `${PATH}.json`)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE'])('is not answered to %s', async (method) => {
    const { status, headers } = await fetchRaw(site, PATH, { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

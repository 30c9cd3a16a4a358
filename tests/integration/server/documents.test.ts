import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '@/lib/discovery/document';
import { finishDocument } from '@/lib/server/pages/document';
import { fetchRaw, type Site, serve } from './support';

const BODY = `<rss>${'<item/>'.repeat(100)}</rss>`;
const CHANGED = Date.parse('2026-11-01T10:20:30Z');
const FEED: Document = {
  type: 'application/rss+xml; charset=utf-8',
  body: BODY,
  modified: CHANGED,
  fields: { Link: '<https://courier.example/feed.xml>; rel="self"' },
};
const PICTURE: Document = {
  type: 'image/png',
  body: Buffer.from([137, 80, 78, 71, 0, 255]),
  modified: null,
  isImmutable: true,
};

let site: Site;

beforeEach(async () => {
  const shown = new Set(['site'] as const);
  site = await serve({
    answers: {
      '/feed.xml': { kind: 'document', document: await finishDocument(FEED, shown) },
      '/share/a.png': { kind: 'document', document: await finishDocument(PICTURE, shown) },
    },
  });
});

function ask(headers: Record<string, string> = {}, path = '/feed.xml') {
  return fetchRaw(site, path, { headers });
}

describe('a document', () => {
  it('is sent with its type, its own fields and a policy that lets it do nothing', async () => {
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(body.toString()).toBe(BODY);
    expect(headers).toMatchObject({
      'content-type': FEED.type,
      'content-length': String(Buffer.byteLength(BODY)),
      'last-modified': 'Sun, 01 Nov 2026 10:20:30 GMT',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      link: FEED.fields?.Link,
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toContain('max-age=60');
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('has a strong name of its own in %s', async (encoding, decompress) => {
    const plain = await ask();
    const compressed = await ask({ 'accept-encoding': encoding });
    expect(decompress(compressed.body).toString()).toBe(BODY);
    expect(compressed.headers['content-encoding']).toBe(encoding);
    expect(compressed.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(compressed.headers.etag).not.toBe(plain.headers.etag);
  });

  it('is not sent again to those who know its name', async () => {
    const { headers } = await ask({ 'accept-encoding': 'br' });
    const again = await ask({ 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers).toMatchObject({
      etag: headers.etag,
      'last-modified': headers['last-modified'],
      'cache-control': headers['cache-control'],
      vary: 'Accept-Encoding',
    });
  });

  it('is not sent again to those who know its date alone', async () => {
    const since = (date: string) => ask({ 'if-modified-since': date });
    expect((await since('Sun, 01 Nov 2026 10:20:30 GMT')).status).toBe(304);
    expect((await since('Sun, 01 Nov 2026 10:20:29 GMT')).status).toBe(200);
  });

  it('goes by the name where both are given', async () => {
    const { headers } = await ask();
    const date = headers['last-modified'] ?? '';
    const other = await ask({ 'if-none-match': '"other"', 'if-modified-since': date });
    expect(other.status).toBe(200);
  });

  it('has the same head without a body for HEAD', async () => {
    const whole = await ask();
    const head = await fetchRaw(site, '/feed.xml', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it('is kept: the second reader waits for nothing', async () => {
    await ask();
    await ask({ 'accept-encoding': 'br' });
    expect(site.made).toEqual(['/feed.xml']);
  });

  it('that is a picture goes out as it is, for good where its address names it', async () => {
    const { headers, body } = await ask({ 'accept-encoding': 'br' }, '/share/a.png');
    expect(body).toEqual(PICTURE.body);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['last-modified']).toBeUndefined();
  });
});

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../fixtures/folder';
import { fetchRaw, type Site, serve } from './support';

const SCRIPT = 'export const greeting = "hello";'.repeat(20);
/** A site with a compressed script, and a file whose name needs percent signs. */
function siteOfFiles(): Promise<Site> {
  const folder = folderOf({
    'islands/theme.0a1b2c.js': SCRIPT,
    'islands/theme.0a1b2c.js.br': brotliCompressSync(SCRIPT),
    'islands/theme.0a1b2c.js.gz': gzipSync(SCRIPT),
    'icon 100%.png': '0123456789',
  });
  return serve({ folder });
}

describe('a file', () => {
  it('with a hashed name is kept for ever, in the encoding that the reader takes', async () => {
    const site = await siteOfFiles();
    const reply = await fetchRaw(site, '/islands/theme.0a1b2c.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(reply.body).toEqual(brotliCompressSync(SCRIPT));
  });

  it('is sent plain to those who ask for nothing', async () => {
    const site = await siteOfFiles();
    const { headers, body } = await fetchRaw(site, '/islands/theme.0a1b2c.js');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it('has no address for its compressed forms', async () => {
    const site = await siteOfFiles();
    expect((await fetchRaw(site, '/islands/theme.0a1b2c.js.br')).status).toBe(404);
  });

  const PATH = '/icon%20100%25.png';

  it('without one is asked for again after an hour, and not sent twice', async () => {
    const site = await siteOfFiles();
    const first = await fetchRaw(site, PATH);
    expect(first.headers['cache-control']).toBe('public, max-age=3600, stale-if-error=86400');
    const etag = first.headers.etag ?? '';
    const again = await fetchRaw(site, PATH, { headers: { 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-', '89', 'bytes 8-9/10'],
  ])('is sent in part: %s', async (range, text, sent) => {
    const site = await siteOfFiles();
    const { status, headers, body } = await fetchRaw(site, PATH, { headers: { range } });
    expect([status, body.toString(), headers['content-range']]).toEqual([206, text, sent]);
  });

  it('is not sent from beyond its end', async () => {
    const site = await siteOfFiles();
    const { status, headers } = await fetchRaw(site, PATH, { headers: { range: 'bytes=20-' } });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */10']);
  });

  it('has a head without a body', async () => {
    const site = await siteOfFiles();
    const { headers, body } = await fetchRaw(site, PATH, { method: 'HEAD' });
    expect([headers['content-length'], body.length]).toEqual(['10', 0]);
  });
});

it.each(['/../package.json', '/islands/../../package.json', '/%2e%2e/package.json', '/islands'])(
  'has nothing outside its folder: %s',
  async (path) => {
    const site = await siteOfFiles();
    expect((await fetchRaw(site, path)).status).toBe(404);
  },
);

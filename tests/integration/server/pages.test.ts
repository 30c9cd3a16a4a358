import { connect, type Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchRaw, madePage, type Site, serve } from './support';

let site: Site;

beforeEach(async () => {
  site = await serve({
    answers: {
      '/': { kind: 'page', page: await madePage('Front') },
      '/old': { kind: 'redirect', status: 308, location: '/new' },
      '/broken': { kind: 'fault' },
      '/withdrawn': { kind: 'gone' },
      '/gone': { kind: 'page', page: await madePage('Withdrawn') },
      '/about': { kind: 'page', page: await madePage('About') },
    },
  });
});

describe('a page', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent with %s to those who take it', async (encoding, decompress) => {
    const headers = { 'accept-encoding': encoding };
    const reply = await fetchRaw(site, '/', { headers });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-encoding']).toBe(encoding);
    expect(reply.headers['content-length']).toBe(String(reply.body.length));
    expect(decompress(reply.body).toString()).toContain('<p>Front</p>');
  });

  it('is sent plain to those who ask for nothing', async () => {
    const { headers, body } = await fetchRaw(site, '/');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.toString()).toContain('<p>Front</p>');
  });

  it('has the same head without a body for HEAD', async () => {
    const headers = { 'accept-encoding': 'br' };
    const whole = await fetchRaw(site, '/', { headers });
    const head = await fetchRaw(site, '/', { method: 'HEAD', headers });
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it('is not sent again to those who have it, in whichever encoding', async () => {
    const { headers } = await fetchRaw(site, '/', { headers: { 'accept-encoding': 'br' } });
    const etag = headers.etag ?? '';
    for (const given of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await fetchRaw(site, '/', { headers: { 'if-none-match': given } });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers).toMatchObject({ etag, vary: headers.vary });
      expect(again.headers['cache-control']).toBe(headers['cache-control']);
    }
    const other = await fetchRaw(site, '/', { headers: { 'if-none-match': 'W/"other"' } });
    expect(other.status).toBe(200);
  });

  it('tells caches how long to keep it, and what it depends on', async () => {
    const { headers } = await fetchRaw(site, '/');
    expect(headers['cache-control']).toBe(
      'public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400',
    );
    expect(headers.vary).toBe('Accept-Encoding, Save-Data');
  });

  it('is made once, whatever query it is asked for with', async () => {
    await fetchRaw(site, '/');
    for (const query of ['?a=1', '?utm_source=x', '?', '?_rsc=abc12']) {
      expect((await fetchRaw(site, `/${query}`)).body.toString()).toContain('Front');
    }
    expect(site.made).toEqual(['/']);
  });

  it('has one spelling of its address', async () => {
    const { status, headers } = await fetchRaw(site, '/%61bout');
    expect([status, headers.location]).toEqual([308, '/about']);
  });

  it('is sent with the common headers in one write', async () => {
    const writes: number[] = [];
    site.server.on('connection', (socket: Socket) => {
      for (const name of ['_write', '_writev'] as const) {
        const original = socket[name]?.bind(socket) as (...given: unknown[]) => void;
        Object.assign(socket, {
          [name]: (...given: unknown[]) => {
            writes.push(1);
            original(...given);
          },
        });
      }
    });
    await fetchRaw(site, '/', { headers: { 'accept-encoding': 'br' } });
    expect(writes).toHaveLength(1);
  });
});

describe('security', () => {
  it('is in the headers of every page', async () => {
    const { headers } = await fetchRaw(site, '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/=]+';.* frame-ancestors 'none'$/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('asks for TLS from then on where the site has it', async () => {
    const secure = await serve({ siteUrl: 'https://news.example' });
    const { headers } = await fetchRaw(secure, '/nothing');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('readers who save data', () => {
  it('are not told to fetch ahead', async () => {
    const usual = await fetchRaw(site, '/');
    const saving = await fetchRaw(site, '/', { headers: { 'save-data': 'on' } });
    expect(usual.headers['speculation-rules']).toBe('"/speculation-rules.json"');
    expect(saving.headers['speculation-rules']).toBeUndefined();
    expect(saving.body).toEqual(usual.body);
  });

  it('find no rules for it either', async () => {
    const { headers, body } = await fetchRaw(site, '/speculation-rules.json', {
      headers: { 'save-data': 'on' },
    });
    expect(headers['content-type']).toBe('application/speculationrules+json');
    expect(headers.vary).toBe('Save-Data');
    expect(JSON.parse(body.toString())).toEqual({});
  });
});

describe('what is no page', () => {
  it.each(['/nothing', '/_next/static/chunks/a.js', '/_next/data/x/about.json', '/about.rsc'])(
    'is answered with the page that says so: %s',
    async (path) => {
      const { status, headers, body } = await fetchRaw(site, path);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=86400');
      expect(headers['speculation-rules']).toBeUndefined();
      expect(body.toString()).toContain('No such page');
    },
  );

  it.each(['/not-found', '/server-error', '/gone'])(
    'is what stands in for others: %s',
    async (path) => {
      expect((await fetchRaw(site, path)).status).toBe(404);
      // Also once the page is kept.
      expect((await fetchRaw(site, path)).status).toBe(404);
    },
  );

  it('is answered from memory', async () => {
    for (const path of ['/a', '/b', '/c']) await fetchRaw(site, path);
    expect(site.made.filter((path) => path === '/not-found')).toHaveLength(1);
  });

  it.each(['GET', 'HEAD'])('may have been withdrawn, by %s', async (method) => {
    const { status, headers, body } = await fetchRaw(site, '/withdrawn', { method });
    expect(status).toBe(410);
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=86400');
    expect(body.toString().includes('Withdrawn')).toBe(method === 'GET');
  });

  it('may be a fault of ours', async () => {
    const { status, headers, body } = await fetchRaw(site, '/broken');
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).toContain('A fault of ours');
  });

  it('may be another address', async () => {
    const { status, headers } = await fetchRaw(site, '/old');
    expect([status, headers.location]).toEqual([308, '/new']);
  });

  it.each([
    ['/%', 400],
    [`/${'a'.repeat(3000)}`, 414],
  ])('may be malformed: %.20s', async (path, status) => {
    expect((await fetchRaw(site, path)).status).toBe(status);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not answered to %s', async (method) => {
    const { status, headers } = await fetchRaw(site, '/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('clients that ask for the form of Next', () => {
  it.each<Record<string, string>>([
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { 'next-router-segment-prefetch': '/_tree' },
    { 'next-action': 'abc' },
  ])('get the page: %j', async (headers) => {
    const { status, headers: received, body } = await fetchRaw(site, '/', { headers });
    expect(status).toBe(200);
    expect(received['content-type']).toBe('text/html; charset=utf-8');
    expect(body.toString()).toContain('<!DOCTYPE html>');
  });
});

describe('clients that are no browsers', () => {
  /** Sends bytes as they are, and gives what comes back until the end. */
  function talk(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(site.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('latin1').on('data', (chunk) => {
        answer += chunk;
      });
      socket.once('error', reject).once('close', () => resolve(answer));
    });
  }

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
  ])('are told so: %s', async (_, text, status) => {
    expect((await talk(text)).split('\r\n', 1)).toEqual([status]);
  });

  it('are answered one after the other on one connection', async () => {
    const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
    const last = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    expect((await talk(request + request + last)).split('HTTP/1.1 200 OK')).toHaveLength(4);
  });
});

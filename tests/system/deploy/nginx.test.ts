import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { copyOfContent, temporaryFolder } from '@/tests/support/content';
import { testAsEveryFront } from './support/asEveryFront';
import { HOST } from './support/ask';
import { PUBLISH_SECRET } from './support/deliver';
import { type Hop, hurriedHop } from './support/hurriedHop';
import { type Front, nginxInFrontOf } from './support/nginxInFront';
import {
  ARTICLE,
  BROTLI,
  previewPath,
  type ServerBehind,
  serverBehind,
} from './support/serverBehind';

const FILE = 'articles/2025/04/almaty-airport-hostage-trial.md';
const BROWSER = { headers: BROTLI };

const contentDir = copyOfContent();
const dataDir = temporaryFolder();
let server: ServerBehind;
let hop: Hop;
let front: Front;
/** In front of the same server, but that a minute is a second. */
let hurried: Front;

beforeAll(async () => {
  server = await serverBehind(contentDir, dataDir);
  hop = await hurriedHop(server.port);
  front = await nginxInFrontOf(server.port);
  hurried = await nginxInFrontOf(hop.port);
  return async () => {
    await Promise.all([front.stop(), hurried.stop(), server.stop()]);
    hop.close();
  };
});

testAsEveryFront(() => ({ ask: front.ask, httpPort: front.httpPort, askHop: hurried.ask, hop }));

describe('what readers get', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    [ARTICLE, 'text/html; charset=utf-8'],
    ['/feed.xml', 'application/xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/rates/kzt.json', 'application/json; charset=utf-8'],
    ['/favicon.ico', 'image/vnd.microsoft.icon'],
  ])('%s, and from the cache the second time', async (path, type) => {
    const first = await front.ask(path, BROWSER);
    const second = await front.ask(path, BROWSER);
    expect([first.status, first.headers['x-cache']]).toEqual([200, 'MISS']);
    expect([second.status, second.headers['x-cache']]).toEqual([200, 'HIT']);
    expect(first.headers['content-type']).toBe(type);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(first.bytes.length).toBeGreaterThan(0);
  });

  it('a page as the server sends it', async () => {
    const { headers, text } = await front.ask(ARTICLE);
    const direct = await fetch(server.address + ARTICLE, {
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(text === (await direct.text())).toBe(true);
    for (const name of ['etag', 'cache-control', 'content-security-policy', 'vary']) {
      expect(headers[name]).toBe(direct.headers.get(name));
    }
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it.each([
    ['pictures of articles', /\/media\/[\w.-]+\.avif/, 'image/avif'],
    ['pictures for sharing', /\/share\/[\w/.-]+\.jpg/, 'image/jpeg'],
    ['scripts', /\/islands\/[\w.]+\.js/, 'text/javascript; charset=utf-8'],
  ])('%s, from the cache the second time', async (_, form, type) => {
    const { text } = await front.ask(ARTICLE);
    const [address = ''] = form.exec(text) ?? [];
    for (const cache of ['MISS', 'HIT']) {
      const { status, headers } = await front.ask(address, BROWSER);
      expect([status, headers['content-type'], headers['x-cache']]).toEqual([200, type, cache]);
    }
  });

  it('the form that they ask for, whatever was asked for before', async () => {
    const encodings = [
      'br',
      'gzip',
      'identity',
      'br;q=0, gzip',
      'gzip;q=0.5, br;q=0.8',
      'BR',
      '*;q=0',
    ];
    const expected = ['br', 'gzip', undefined, 'gzip', 'br', 'br', undefined];
    for (const round of ['first', 'again']) {
      const replies = [];
      for (const value of encodings) {
        replies.push(await front.ask('/corrections', { headers: { 'Accept-Encoding': value } }));
      }
      expect(
        replies.map(({ headers }) => headers['content-encoding']),
        round,
      ).toEqual(expected);
      expect(new Set(replies.map(({ text }) => text)).size, round).toBe(1);
    }
  });

  it('no pages ahead of need where they save data', async () => {
    const saving = { headers: { 'Save-Data': 'on' } };
    for (const _ of ['first', 'second']) {
      expect((await front.ask('/people')).headers).toHaveProperty('speculation-rules');
      expect((await front.ask('/people', saving)).headers).not.toHaveProperty('speculation-rules');
    }
  });

  it('304 where their copy is good', async () => {
    const { headers } = await front.ask(ARTICLE, BROWSER);
    const known = await front.ask(ARTICLE, {
      headers: { ...BROTLI, 'If-None-Match': String(headers.etag) },
    });
    expect(known).toMatchObject({ status: 304, headers: { etag: headers.etag } });
    expect(known.bytes).toHaveLength(0);
  });

  it('the answers to their own searches', async () => {
    expect((await front.ask('/search?q=water')).text).toContain('water');
    const other = await front.ask('/search?q=almaty');
    expect(other.headers['x-cache']).toBe('MISS');
    expect(other.text).toContain('value="almaty"');
    expect((await front.ask(`/search?q=${'%D2%93'.repeat(2_000)}`)).status).toBe(200);
  });

  it('one page however it is tracked, and no redirect in its place', async () => {
    await front.ask('/about');
    expect((await front.ask('/about?utm_source=letter')).headers['x-cache']).toBe('HIT');
    expect(await front.ask('/about/')).toMatchObject({
      status: 308,
      headers: { location: '/about' },
    });
    expect((await front.ask('/about')).status).toBe(200);
    expect((await front.ask('/no-such-page')).status).toBe(404);
  });

  it('HTTP/2', async () => {
    const client = connectHttp2(`https://127.0.0.1:${front.httpsPort}`, {
      ca: front.certificate,
      servername: HOST,
    });
    const stream = client.request({ ':path': '/', ':authority': HOST });
    const [headers] = await once(stream, 'response');
    client.destroy();
    expect(headers[':status']).toBe(200);
  });
});

describe('what stays between some', () => {
  it('previews are kept nowhere, and their addresses are in no log', async () => {
    const preview = previewPath();
    for (const _ of ['first', 'second']) {
      const reply = await front.ask(preview);
      expect(reply.status).toBe(200);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.headers).not.toHaveProperty('x-cache', 'HIT');
    }
    expect(front.nginx.accesses()).toContain(ARTICLE);
    expect(front.nginx.accesses()).not.toContain('preview');
  });

  it('what the secret opens is kept for nobody else', async () => {
    const told = { headers: { Authorization: `Bearer ${PUBLISH_SECRET}` } };
    for (const question of [told, {}]) {
      const { status, headers } = await front.ask('/api/publish/status', question);
      expect(status).toBe(200);
      expect(headers['x-cache']).not.toBe('HIT');
    }
  });

  it('the log has neither addresses of readers nor their words', async () => {
    await front.ask('/search?q=private+matters');
    const last = () => front.nginx.accesses().trim().split('\n').at(-1);
    // A line is written when the reader has the answer already.
    await expect.poll(last).toMatch(/^\S+ GET \/search 200 \d+ [\d.]+ (?:MISS|HIT)$/);
  });

  it('other hosts are not answered for, by whichever way they are named', async () => {
    expect((await front.ask('/', { headers: { Host: 'other.example' } })).status).toBe(421);
    expect((await fetch(`http://127.0.0.1:${front.httpPort}/`)).status).toBe(421);
  });
});

describe('as time goes on', () => {
  const HEADLINE = 'A headline of the test';
  /** Milliseconds after which nothing is fresh by nginx's clock, which knows seconds alone. */
  const STALE = 2_200;

  /** The status of the article, whether it is the edited one, and where it came from. */
  async function shown({ ask }: Front) {
    const { status, text, headers } = await ask(ARTICLE, BROWSER);
    return [status, text.includes(HEADLINE), headers['x-cache']];
  }

  it('an edit is read as soon as a page is no longer fresh, by the first who asks', async () => {
    expect(await shown(hurried)).toEqual([200, false, 'MISS']);
    await hurried.ask('/corrections', BROWSER);
    const path = join(contentDir, FILE);
    const text = readFileSync(path, 'utf8').replace(/^title: .*/m, `title: ${HEADLINE}`);
    writeFileSync(path, text);
    const isServed = async () =>
      (await (await fetch(server.address + ARTICLE)).text()).includes(HEADLINE);
    await vi.waitUntil(isServed, 60_000);
    await sleep(STALE);
    expect(await shown(hurried)).toEqual([200, true, 'EXPIRED']);
    // What is as it was is not sent again, not even by the server to nginx.
    expect((await hurried.ask('/corrections', BROWSER)).headers['x-cache']).toBe('REVALIDATED');
  });

  it('readers keep what they had where the server is gone, and others hear of it', async () => {
    await front.ask(ARTICLE, BROWSER);
    await server.kill();
    await sleep(STALE);
    for (const _ of ['first', 'second']) {
      expect(await shown(hurried)).toEqual([200, true, 'STALE']);
    }
    expect((await front.ask('/feed.xml', BROWSER)).status).toBe(200);
    for (const one of [front, hurried]) {
      const { status, headers, text } = await one.ask('/sections/business');
      expect(status).toBe(502);
      expect(headers).toMatchObject({ 'content-type': 'text/html', 'retry-after': '30' });
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('Back in a moment');
    }
  });

  it('all is well in the moment in which it is back', async () => {
    await server.start();
    expect((await front.ask('/sections/business')).status).toBe(200);
    expect(await shown(hurried)).not.toContain('STALE');
    expect(front.nginx.log()).not.toMatch(/\[(?:alert|emerg|crit)\]/);
  });
});

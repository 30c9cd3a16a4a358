import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPreview } from '@/lib/publishing/preview/token';
import { slug } from '@/tests/fixtures/slugs';
import { copyOfContent, temporaryFolder } from '@/tests/support/content';
import { freePort, type RunningSite, startSite } from '@/tests/support/server';
import { HOST } from './support/ask';
import { deliver, PUBLISH_SECRET } from './support/deliver';
import { type Hop, hurriedHop } from './support/hurriedHop';
import { type Front, nginxInFrontOf } from './support/nginxInFront';

const ARTICLE = '/articles/almaty-airport-hostage-trial';
const FILE = 'articles/2025/04/almaty-airport-hostage-trial.md';
const PREVIEW_SECRET = 'a secret for previews';
const BROTLI = { headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd' } };

const contentDir = copyOfContent();
const dataDir = temporaryFolder();
let port: number;
let site: RunningSite;
let hop: Hop;
let front: Front;
/** In front of the same server, but that a minute is a second. */
let hurried: Front;

function start(): Promise<RunningSite> {
  const environment = {
    PORT: String(port),
    SITE_URL: `https://${HOST}`,
    TRUSTED_PROXIES: 'loopback',
    PUBLISH_SECRET,
    PREVIEW_SECRET,
  };
  return startSite({ contentDir, dataDir, environment });
}

beforeAll(async () => {
  port = await freePort();
  site = await start();
  hop = await hurriedHop(port);
  front = await nginxInFrontOf(port);
  hurried = await nginxInFrontOf(hop.port);
});

afterAll(async () => {
  await Promise.all([front?.stop(), hurried?.stop(), site?.stop()]);
  hop?.close();
});

describe('what readers get', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    [ARTICLE, 'text/html; charset=utf-8'],
    ['/feed.xml', 'application/xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/rates/kzt.json', 'application/json; charset=utf-8'],
    ['/favicon.ico', 'image/vnd.microsoft.icon'],
  ])('%s, and from the cache the second time', async (path, type) => {
    const first = await front.ask(path, BROTLI);
    const second = await front.ask(path, BROTLI);
    expect([first.status, first.headers['x-cache']]).toEqual([200, 'MISS']);
    expect([second.status, second.headers['x-cache']]).toEqual([200, 'HIT']);
    expect(first.headers['content-type']).toBe(type);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(first.bytes.length).toBeGreaterThan(0);
  });

  it('a page as the server sends it', async () => {
    const { headers, text } = await front.ask(ARTICLE);
    const direct = await fetch(`http://127.0.0.1:${port}${ARTICLE}`, {
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
      const { status, headers } = await front.ask(address, BROTLI);
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
    const { headers } = await front.ask(ARTICLE, BROTLI);
    const known = await front.ask(ARTICLE, {
      headers: { ...BROTLI.headers, 'If-None-Match': String(headers.etag) },
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

  it('TLS where they come by plain HTTP', async () => {
    const headers = { Host: HOST };
    const asked = request({ port: front.httpPort, path: '/about?a=b', headers }).end();
    const [{ statusCode, headers: fields }] = await once(asked, 'response');
    expect([statusCode, fields.location]).toEqual([308, `https://${HOST}/about?a=b`]);
    const other = await fetch(`http://127.0.0.1:${front.httpPort}/`);
    expect(other.status).toBe(421);
  });

  it('no say in who they are', async () => {
    const forged = { 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7' };
    await hurried.ask('/contact', { headers: { ...forged, 'X-Forwarded-Proto': 'http' } });
    const { forwarded, 'x-forwarded-for': address, 'x-forwarded-proto': scheme } = hop.asked();
    expect([forwarded, address, scheme]).toEqual([undefined, '127.0.0.1', 'https']);
  });
});

describe('what stays between some', () => {
  it('previews are kept nowhere, and their addresses are in no log', async () => {
    const until = Date.now() + 86_400_000;
    const token = signPreview(PREVIEW_SECRET, {
      slug: slug('almaty-airport-hostage-trial'),
      until,
    });
    for (const _ of ['first', 'second']) {
      const reply = await front.ask(`/preview/${token}`);
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

  it('metrics are not for readers', async () => {
    expect((await front.ask('/metrics')).status).toBe(403);
  });

  it('the log has neither addresses of readers nor their words', async () => {
    await front.ask('/search?q=private+matters');
    const last = () => front.nginx.accesses().trim().split('\n').at(-1);
    // A line is written when the reader has the answer already.
    await expect.poll(last).toMatch(/^\S+ GET \/search 200 \d+ [\d.]+ (?:MISS|HIT)$/);
  });

  it('other hosts are not answered for', async () => {
    await expect(front.ask('/', { servername: 'other.example' })).rejects.toThrow(/alert|EPROTO/);
    expect((await front.ask('/', { headers: { Host: 'other.example' } })).status).toBe(421);
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

  it('not by others', async () => {
    const { status } = await front.ask('/api/publish', { method: 'POST', body: '{}' });
    expect(status).toBe(401);
  });
});

describe('as time goes on', () => {
  const HEADLINE = 'A headline of the test';
  /** Milliseconds after which nothing is fresh by nginx's clock, which knows seconds alone. */
  const STALE = 2_200;

  /** The status of the article, whether it is the edited one, and where it came from. */
  async function shown({ ask }: Front) {
    const { status, text, headers } = await ask(ARTICLE, BROTLI);
    return [status, text.includes(HEADLINE), headers['x-cache']];
  }

  it('an edit is read as soon as a page is no longer fresh, by the first who asks', async () => {
    expect(await shown(hurried)).toEqual([200, false, 'MISS']);
    await hurried.ask('/corrections', BROTLI);
    const path = join(contentDir, FILE);
    const text = readFileSync(path, 'utf8').replace(/^title: .*/m, `title: ${HEADLINE}`);
    writeFileSync(path, text);
    await untilServed(HEADLINE);
    await sleep(STALE);
    expect(await shown(hurried)).toEqual([200, true, 'EXPIRED']);
    // What is as it was is not sent again, not even by the server to nginx.
    expect((await hurried.ask('/corrections', BROTLI)).headers['x-cache']).toBe('REVALIDATED');
  });

  it('readers keep what they had where the server is gone, and others hear of it', async () => {
    await front.ask(ARTICLE, BROTLI);
    site.kill();
    await sleep(STALE);
    for (const _ of ['first', 'second']) {
      expect(await shown(hurried)).toEqual([200, true, 'STALE']);
    }
    expect((await front.ask('/feed.xml', BROTLI)).status).toBe(200);
    for (const one of [front, hurried]) {
      const { status, headers, text } = await one.ask('/sections/business');
      expect(status).toBe(502);
      expect(headers).toMatchObject({ 'content-type': 'text/html', 'retry-after': '30' });
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('Back in a moment');
    }
  });

  it('all is well in the moment in which it is back', async () => {
    site = await start();
    expect((await front.ask('/sections/business')).status).toBe(200);
    expect(await shown(hurried)).not.toContain('STALE');
    expect(front.nginx.log()).not.toMatch(/\[(?:alert|emerg|crit)\]/);
  });
});

async function untilServed(words: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await (await fetch(`http://127.0.0.1:${port}${ARTICLE}`)).text()).includes(words)) {
    if (Date.now() > deadline) throw new Error('The edit was not published');
    await sleep(50);
  }
}

import { once } from 'node:events';
import { connect } from 'node:net';
import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type LogLine, toConsole, writeLogTo } from '@/lib/log/log';
import { clientFinder } from '@/lib/server/clients/clientAddress';
import { requestNamer } from '@/lib/server/clients/requestId';
import type { Answer } from '@/lib/server/pages/answer';
import { requestMetrics } from '@/lib/server/watching/metrics/requests';
import { Readiness } from '@/lib/server/watching/readiness';
import { RequestCounts } from '@/lib/server/watching/requestCounts';
import { RequestWatch } from '@/lib/server/watching/requestWatch';
import { watchReceiver } from '@/lib/server/watching/watchReceiver';
import { fetchRaw, madePage, type Site, serve } from './support';

const TOKEN = 'a token for metrics';

interface Watched {
  readonly site: Site;
  readonly readiness: Readiness;
}

interface WatchedOptions {
  readonly trusted?: readonly string[];
  readonly allowed?: readonly string[];
  readonly lines?: 'on' | 'slow' | 'off';
}

async function start({
  trusted = [],
  allowed = [],
  lines = 'off',
}: WatchedOptions = {}): Promise<Watched> {
  const findClient = clientFinder({ trusted, header: 'x-forwarded-for' });
  const requestId = requestNamer(findClient);
  const registry = new Registry();
  const counts = new RequestCounts();
  const { observe } = requestMetrics(registry, () => counts);
  const readiness = new Readiness({ canRender: () => true, isFilled: () => true });
  const page: Answer = { kind: 'page', page: await madePage('Here') };
  const site = await serve({
    answers: { '/': page, '/search?q=secret+words': page, '/broken': { kind: 'fault' } },
    receive: watchReceiver({
      readiness,
      registry,
      settings: { allowed, token: TOKEN },
      findClient,
      siteUrl: 'https://news.example',
    }),
    more: { watch: new RequestWatch({ counts, requestId, lines, onAnswer: observe }), requestId },
    onUnreadable: (status) => counts.add('other', undefined, status),
  });
  return { site, readiness };
}

let logged: LogLine[];

beforeEach(() => {
  logged = [];
  writeLogTo((line) => void logged.push(line));
  onTestFinished(() => writeLogTo(toConsole));
});

describe('readiness', () => {
  it('is said by the status, with reasons', async () => {
    const { site, readiness } = await start();
    const ask = async () => {
      const { status, body, headers } = await fetchRaw(site, '/readyz');
      expect(headers['cache-control']).toBe('no-store');
      return [status, JSON.parse(body.toString()).reasons];
    };
    expect(await ask()).toEqual([503, ['The server is starting.']]);
    readiness.serve();
    expect(await ask()).toEqual([200, []]);
    readiness.stop();
    expect(await ask()).toEqual([503, ['The server is stopping.']]);
  });
});

describe('metrics', () => {
  async function sample(site: Site, name: string): Promise<string | undefined> {
    const { body } = await fetchRaw(site, '/metrics');
    const line = body
      .toString()
      .split('\n')
      .find((one) => one.startsWith(`${name} `));
    return line?.slice(name.length + 1);
  }
  const requests = (route: string, method: string, code: number) =>
    `saxaul_requests_total{route="${route}",method="${method}",code="${code}"}`;

  it('count what was asked and answered', async () => {
    const { site } = await start();
    for (let i = 0; i < 200; i += 1) await fetchRaw(site, '/');
    await fetchRaw(site, '/', { method: 'HEAD' });
    await fetchRaw(site, '/no/such');
    await fetchRaw(site, '/', { method: 'DELETE' });
    expect(await sample(site, requests('front', 'GET', 200))).toBe('200');
    expect(await sample(site, requests('front', 'HEAD', 200))).toBe('1');
    expect(await sample(site, requests('other', 'GET', 404))).toBe('1');
    expect(await sample(site, requests('front', 'other', 405))).toBe('1');
    // The first was made; of the others, which were at hand, one in 64 is timed.
    expect(await sample(site, 'saxaul_kept_answer_duration_seconds_count')).toBe('3');
    expect(await sample(site, 'saxaul_request_duration_seconds_count{route="front"}')).toBe('2');
  });

  it('count what cannot be read as a request', async () => {
    const { site } = await start();
    const socket = connect(site.port, '127.0.0.1').resume();
    socket.write('NONSENSE\r\n\r\n');
    await once(socket, 'close');
    expect(await sample(site, requests('other', 'other', 400))).toBe('1');
  });

  it.each<[string, WatchedOptions, Record<string, string>, number]>([
    ['this machine', {}, {}, 200],
    ['one who comes through a proxy that nobody named', {}, { 'x-forwarded-for': '1.1.1.1' }, 404],
    ['whoever sends the token', {}, { via: '1.1 x', authorization: `Bearer ${TOKEN}` }, 200],
    ['one with another token', {}, { via: '1.1 x', authorization: 'Bearer a guess' }, 404],
    [
      'one whom the settings name',
      { trusted: ['127.0.0.0/8'], allowed: ['203.0.113.0/24'] },
      { 'x-forwarded-for': '203.0.113.7' },
      200,
    ],
    [
      'one whom they do not',
      { trusted: ['127.0.0.0/8'], allowed: ['203.0.113.0/24'] },
      { 'x-forwarded-for': '198.51.100.7' },
      404,
    ],
  ])('are read, or are not there: by %s', async (_, options, headers, status) => {
    const { site } = await start(options);
    expect((await fetchRaw(site, '/metrics', { headers })).status).toBe(status);
  });
});

describe('a request', () => {
  it('has a name where it ends in a fault, which the log knows too', async () => {
    const { site } = await start();
    const { status, headers } = await fetchRaw(site, '/broken?email=a%40b.example');
    const name = String(headers['x-request-id']);
    expect(status).toBe(500);
    expect(name).toMatch(/^[0-9a-f-]{36}$/);
    expect(logged.map(({ message }) => message).join()).toContain(name);
    expect(JSON.stringify(logged)).not.toContain('email');
    expect((await fetchRaw(site, '/')).headers).not.toHaveProperty('x-request-id');
  });

  it.each([
    ['a trusted proxy gave it', ['127.0.0.0/8'], 'trace-0123456789', true],
    ['anybody gave it', [], 'trace-0123456789', false],
    ['it is no name', ['127.0.0.0/8'], 'a b', false],
  ])('has the name that came with it where %s: %s', async (_, trusted, given, isTaken) => {
    const { site } = await start({ trusted });
    const { headers } = await fetchRaw(site, '/broken', { headers: { 'x-request-id': given } });
    expect(headers['x-request-id'] === given).toBe(isTaken);
  });

  it('has a line in the log where that is wanted, with nothing of who asks', async () => {
    const { site } = await start({ lines: 'on', trusted: ['127.0.0.0/8'] });
    const headers = {
      'x-forwarded-for': '203.0.113.77',
      referer: 'https://elsewhere.example/',
      'user-agent': 'Curious/1.0',
    };
    const asked = ['/', '/', '/search?q=secret+words', '//preview/t0ken', '/%70review/t0ken'];
    for (const path of asked) await fetchRaw(site, path, { headers });
    await expect.poll(() => logged.length, { timeout: 30_000 }).toBe(asked.length);
    const [made, kept, search, ...previews] = logged.map(({ fields }) => fields);
    expect(made).toMatchObject({ method: 'GET', kind: 'front', path: '/', status: 200 });
    expect(kept?.bytes).toBe(made?.bytes);
    expect(Number(kept?.bytes)).toBeGreaterThan(500);
    expect(search).toMatchObject({ kind: 'search', path: '/search', status: 200 });
    for (const fields of previews) expect(fields.path).toBe('/preview/...');
    const text = JSON.stringify(logged);
    for (const secret of ['203.0.113.77', '127.0.0.1', 'elsewhere', 'Curious', 'secret', 't0ken']) {
      expect(text).not.toContain(secret);
    }
  });

  it.each(['slow', 'off'] as const)('has no line where it is quick: %s', async (lines) => {
    const { site } = await start({ lines });
    for (const path of ['/', '/', '/no/such']) await fetchRaw(site, path);
    expect(logged).toEqual([]);
  });
});

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { purger } from '@/lib/publishing/purging/purger';
import { changedKeys } from '@/lib/publishing/purging/surrogateKeys';
import type { Shown } from '@/lib/publishing/shown';
import { readEnvironment } from '@/lib/site/environment';
import { asked } from '@/lib/site/routes';

interface Received {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let statuses: number[];
let received: Received[];
let address: string;
const [log, error] = [vi.fn(), vi.fn()];

beforeEach(async () => {
  statuses = [];
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const line = `${request.method} ${request.url}`;
      received.push({ line, headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end('{"success":true}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const spy of [log, error]) spy.mockReset();
  vi.spyOn(console, 'log').mockImplementation(log);
  vi.spyOn(console, 'error').mockImplementation(error);
});

afterEach(() => {
  vi.restoreAllMocks();
  server.close();
  server.closeAllConnections();
});

const SHOWN: readonly Shown[] = ['article:dam', 'card:dam', 'list:all:'];
const KEYS = changedKeys(SHOWN);

function purge(
  variables: Readonly<Record<string, string>>,
  shown = SHOWN,
  paths = [asked.path(['articles', 'dam']), asked.path([])],
) {
  const environment = readEnvironment({
    SITE_URL: 'https://courier.example',
    CDN_URL: address,
    ...variables,
  });
  return purger(environment, [1, 1])({ shown, paths });
}

const many = Array.from({ length: 300 }, (_, number): Shown => `article:number-${number}`);

describe('what changed is purged', () => {
  it('at Fastly by keys, softly, 256 at a time', async () => {
    const settings = { CDN: 'fastly', CDN_TOKEN: 'hush', CDN_ZONE: 'SU1Z0' };
    await purge(settings);
    const [{ line, headers, body } = {}] = received;
    expect(line).toBe('POST /service/SU1Z0/purge');
    expect(headers).toMatchObject({
      'fastly-key': 'hush',
      'fastly-soft-purge': '1',
      'content-type': 'application/json',
    });
    expect(JSON.parse(body ?? '')).toEqual({ surrogate_keys: KEYS });
    received = [];
    await purge(settings, many);
    const sizes = received.map((one) => JSON.parse(one.body).surrogate_keys.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([changedKeys(many).length - 256, 256]);
  });

  it('at Cloudflare by tags, 100 at a time', async () => {
    const settings = { CDN: 'cloudflare', CDN_TOKEN: 'hush', CDN_ZONE: '023e105f' };
    await purge(settings);
    const [{ line, headers, body } = {}] = received;
    expect(line).toBe('POST /client/v4/zones/023e105f/purge_cache');
    expect(headers).toMatchObject({ authorization: 'Bearer hush' });
    expect(JSON.parse(body ?? '')).toEqual({ tags: KEYS });
    received = [];
    await purge(settings, many);
    const tags = received.map((one) => JSON.parse(one.body).tags);
    expect(Math.max(...tags.map(({ length }) => length))).toBe(100);
    expect(tags.flat().toSorted()).toEqual(changedKeys(many).toSorted());
  });

  it('at Bunny one tag after the other, or all at once', async () => {
    const settings = { CDN: 'bunny', CDN_TOKEN: 'hush', CDN_ZONE: '77' };
    await purge(settings);
    expect(received.map(({ line }) => line)).toEqual(
      KEYS.map(() => 'POST /pullzone/77/purgeCache'),
    );
    expect(received[0]?.headers).toMatchObject({ accesskey: 'hush' });
    expect(received.map(({ body }) => JSON.parse(body).CacheTag).toSorted()).toEqual(
      KEYS.toSorted(),
    );
    received = [];
    await purge(settings, many);
    expect(received.map(({ body }) => body)).toEqual(['{}']);
  });

  it('in each Varnish by xkey', async () => {
    await purge({ CDN: 'varnish', CDN_URL: `${address}, ${address}` });
    expect(received.map(({ line }) => line)).toEqual(['PURGE /', 'PURGE /']);
    expect(received[0]?.headers.xkey).toBe(KEYS.join(' '));
  });

  it('elsewhere by address, under the name of the site', async () => {
    statuses = [404];
    await purge({ CDN: 'purge' });
    expect(received.map(({ line }) => line).toSorted()).toEqual(['PURGE /', 'PURGE /articles/dam']);
    expect(received[0]?.headers.host).toBe('courier.example');
    expect(error).not.toHaveBeenCalled();
  });
});

it('a purge is tried again where that may help, and said in one line', async () => {
  const settings = { CDN: 'cloudflare', CDN_TOKEN: 'hush', CDN_ZONE: '1' };
  statuses = [503, 429];
  await purge(settings);
  expect(received).toHaveLength(3);
  expect(log.mock.calls).toEqual([['Cloudflare purges what changed (1 request).']]);
  log.mockReset();
  statuses = [403];
  await purge(settings);
  expect(error.mock.calls).toEqual([
    [expect.stringMatching(/Cloudflare .* \(1 of 1 request failed: status 403\)/)],
  ]);
  expect(JSON.stringify([error.mock.calls, log.mock.calls])).not.toContain('hush');
});

it('nothing is purged where nothing is set, or tags alone are wanted', async () => {
  await purge({ CDN: '', CDN_URL: '' });
  await purge({ CDN: 'fastly', CDN_URL: '' });
  expect(received).toEqual([]);
  expect(log).not.toHaveBeenCalled();
});

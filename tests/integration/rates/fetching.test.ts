import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Asking } from '@/lib/rates/fetching/asking';
import {
  FETCH_LIMITS,
  type FetchOptions,
  fetchText,
  USER_AGENT,
} from '@/lib/rates/fetching/fetchText';
import { withRetries } from '@/lib/rates/fetching/retry';
import { type Handler, hanging } from '@/tests/fixtures/rates/loopback';
import { loopback } from './support';

const QUICK = { milliseconds: 300, bytes: 1_000 };

async function fetchFrom(answer: string | Handler, options: FetchOptions = { limits: QUICK }) {
  const { address } = await loopback({ '/': answer });
  return fetchText(new URL(address), options);
}

/** Sends a byte at a time, and never comes to an end in time. */
const dripping: Handler = (_, response) => {
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

/** Sends without end. */
const endless: Handler = (_, response) => {
  const chunk = Buffer.alloc(256, 32);
  const more = () => {
    while (response.write(chunk));
  };
  response.on('drain', more);
  more();
};

describe('fetchText', () => {
  it('names itself and accepts anything, which firewalls of banks ask for', async () => {
    const { address, headers } = await loopback({ '/': 'well' });
    await fetchText(new URL(address));
    expect(headers[0]).toMatchObject({ accept: '*/*', 'user-agent': USER_AGENT });
  });

  it.each<[string, Handler | string, string]>([
    ['no answer', hanging, 'timeout'],
    ['a body that drips', dripping, 'timeout'],
    ['a body without end', endless, 'too-large'],
    [
      'a small body that unpacks to a large one',
      (_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000))),
      'too-large',
    ],
    ['a connection that breaks', (_, response) => response.destroy(), 'network'],
    [
      'a body that breaks off',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('half');
        setTimeout(() => response.destroy(), 20);
      },
      'network',
    ],
    ['a status of no success', (_, response) => response.writeHead(503).end('busy'), 'status'],
    ['a redirect to nowhere', (_, response) => response.writeHead(302).end(), 'redirect'],
    [
      'a redirect to itself',
      (_, response) => response.writeHead(302, { Location: '/' }).end(),
      'redirect',
    ],
    [
      'a redirect to another host',
      (_, response) => response.writeHead(302, { Location: 'http://localhost:1/' }).end(),
      'redirect',
    ],
  ])('refuses %s', async (_, answer, failure) => {
    await expect(fetchFrom(answer)).rejects.toMatchObject({ name: 'FetchError', failure });
  });

  it('does not ask another host at all that it is sent to', async () => {
    const elsewhere = await loopback({ '/': 'secret' });
    const away: Handler = (_, response) =>
      response.writeHead(301, { Location: `${elsewhere.address}/` }).end();
    await expect(fetchFrom(away)).rejects.toThrow('another host');
    expect(elsewhere.asked).toEqual([]);
  });

  it('follows one redirect on the same host', async () => {
    const { address } = await loopback({
      '/': (_, response) => response.writeHead(301, { Location: '/there' }).end(),
      '/there': 'well',
    });
    expect(await fetchText(new URL(address))).toMatchObject({ kind: 'text', text: 'well' });
  });

  it('says that nothing listens', async () => {
    const { address, close } = await loopback();
    await close();
    await expect(fetchText(new URL(address))).rejects.toMatchObject({
      failure: 'network',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each<[string, string, string | undefined]>([
    ['the declaration', '<?xml version="1.0" encoding="windows-1251"?><a>\u00c4</a>', undefined],
    ['the header', '<a>\u00c4</a>', 'text/xml; charset=windows-1251'],
    [
      'the declaration before the header',
      '<?xml version="1.0" encoding="windows-1251" ?>\u00c4',
      'text/xml; charset=utf-8',
    ],
  ])('reads the encoding of %s', async (_, text, type) => {
    const fetched = await fetchFrom((__, response) => {
      response.writeHead(200, type === undefined ? {} : { 'Content-Type': type });
      response.end(Buffer.from(text, 'latin1'));
    });
    expect(fetched).toMatchObject({ text: expect.stringContaining('Д') });
  });

  it('reads UTF-8 where no encoding, or none that is known, is named', async () => {
    expect(await fetchFrom('сом')).toMatchObject({ text: 'сом' });
    const odd: Handler = (_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/xml; charset=klingon' }).end('сом');
    expect(await fetchFrom(odd)).toMatchObject({ text: 'сом' });
  });

  it('asks only for what changed since, and hears that nothing did', async () => {
    const conditional: Handler = (request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { ETag: '"a"' }).end('well');
    };
    const { address } = await loopback({ '/': conditional });
    const first = await fetchText(new URL(address));
    expect(first).toMatchObject({ kind: 'text', validators: { etag: '"a"' } });
    const validators = first.kind === 'text' ? first.validators : undefined;
    expect(await fetchText(new URL(address), { validators })).toEqual({ kind: 'unchanged' });
  });

  it('allows what the reference asks for: eight seconds, half a megabyte', () => {
    expect(FETCH_LIMITS).toEqual({ milliseconds: 8_000, bytes: 524_288 });
  });
});

describe('withRetries', () => {
  async function retry(answer: Handler, random = () => 0) {
    const { address, asked } = await loopback({ '/': answer });
    const waits: number[] = [];
    const work = withRetries(() => fetchText(new URL(address), { limits: QUICK }), {
      random,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    const result = await work.then(
      () => 'well',
      (error: unknown) => String(error),
    );
    return { waits, times: asked.length, result };
  }

  const status =
    (code: number, fields: Record<string, string> = {}): Handler =>
    (_, response) =>
      response.writeHead(code, fields).end();

  it('tries three times in all what may pass, waiting longer each time', async () => {
    expect(await retry(status(500))).toMatchObject({ times: 3, waits: [500, 500] });
    const longest = await retry(status(503), () => 0.999_999);
    expect(longest.waits.map(Math.round)).toEqual([2_000, 8_000]);
    expect(await retry((_, response) => response.destroy())).toMatchObject({ times: 3 });
  });

  it('ends with the first success', async () => {
    let failures = 1;
    const flaky: Handler = (_, response) => {
      response.writeHead(failures-- > 0 ? 502 : 200).end();
    };
    expect(await retry(flaky)).toMatchObject({ times: 2, result: 'well' });
  });

  it('waits as long as it is asked to, but not for ever', async () => {
    expect(await retry(status(429, { 'Retry-After': '3' }))).toMatchObject({
      times: 3,
      waits: [3_000, 3_000],
    });
    expect(await retry(status(429, { 'Retry-After': '600' }))).toMatchObject({
      times: 1,
      waits: [],
    });
  });

  it('does not try again what had all the time there is', async () => {
    expect(await retry(hanging)).toMatchObject({ times: 1, waits: [] });
  });

  it.each([400, 403, 404, 422])('does not try again after %s', async (code) => {
    expect(await retry(status(code))).toMatchObject({ times: 1, waits: [] });
  });
});

describe('Asking', () => {
  it('asks an address once, however often it is wanted', async () => {
    const { address, asked } = await loopback({ '/': 'well' });
    const asking = new Asking();
    const url = new URL(address);
    expect(await Promise.all([asking.get(url), asking.get(url)])).toEqual(['well', 'well']);
    expect(asked).toHaveLength(1);
  });

  it('asks with conditions only where that is wanted', async () => {
    const { address, headers } = await loopback({ '*': 'well' });
    const asking = new Asking({ validatorsOf: () => ({ etag: '"a"' }) });
    await asking.get(new URL('/one', address));
    await asking.get(new URL('/other', address), { conditional: true });
    expect(headers.map((each) => each['if-none-match'])).toEqual([undefined, '"a"']);
  });
});

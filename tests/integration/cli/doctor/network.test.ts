import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askCertificate, judgeCertificate } from '@/lib/cli/doctor/checks/certificate';
import { port } from '@/lib/cli/doctor/checks/port';
import { judgeProxies } from '@/lib/cli/doctor/checks/proxies';
import { sharedServer } from '@/lib/cli/doctor/checks/sharedServer';
import { askSite, judgeClock, siteUrl } from '@/lib/cli/doctor/checks/siteUrl';
import { grantLocalAccess } from '@/lib/server/publishing/localAccess';
import { readIpRanges } from '@/lib/site/ipRanges';
import { folderOf } from '@/tests/fixtures/folder';
import { makeCertificate } from '@/tests/support/certificate';
import { startValkey } from '@/tests/support/valkey';
import { expectLevel, installation, levels } from './installation';
import { answering, listening } from './listening';

describe('the server', () => {
  it('does not run, and its port is free or taken', async () => {
    const address = await answering((_, response) => response.end());
    const taken = new URL(address).port;
    expect(await levels(port, installation({ HOST: '127.0.0.1', PORT: taken }))).toEqual(['error']);
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port: free } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const found = installation({ HOST: '127.0.0.1', PORT: String(free) });
    expect(await levels(port, found)).toEqual(['warning']);
  });

  it.each([
    [{ status: 'ready', reasons: [] }, 200, 'ok'],
    [{ status: 'not ready', reasons: ['No rendering thread is up.'] }, 503, 'error'],
  ] as const)('runs, and says of itself: %j', async (said, status, level) => {
    const address = await answering(({ url }, response) => {
      const isReadiness = url === '/readyz';
      response.writeHead(isReadiness ? status : 200);
      response.end(JSON.stringify(isReadiness ? said : { source: 'content' }));
    });
    const found = installation({ DATA_DIR: 'data' });
    grantLocalAccess(found.environment.dataDir, address);
    const [finding] = await port.run(found);
    expect(finding?.level).toBe(level);
    if (level === 'error') expect(finding?.found).toContain('No rendering thread is up.');
  });
});

it('of a shared server says whether it answers', async () => {
  expect(await levels(sharedServer, installation())).toEqual(['ok']);
  const valkey = await startValkey();
  onTestFinished(valkey.stop);
  const of = (url: string) => installation({ CACHE_URL: url });
  expect(await levels(sharedServer, of(valkey.url))).toEqual(['ok']);
  const silent = await listening(createTcp(() => undefined));
  const [finding] = await sharedServer.run(of(silent.replace('http', 'redis')));
  expect(finding).toMatchObject({ level: 'error', found: expect.stringContaining('redis://') });
});

interface ProxyFacts {
  readonly trusted?: string;
  readonly host?: string;
  readonly siteUrl?: string;
}

it.each([
  [{ trusted: 'loopback' }, 'ok'],
  [{ trusted: 'private' }, 'ok'],
  [{}, 'ok'],
  [{ trusted: '0.0.0.0/0' }, 'error'],
  [{ trusted: '::/0 loopback' }, 'error'],
  [{ trusted: '64.0.0.0/4' }, 'warning'],
  [{ host: '127.0.0.1' }, 'warning'],
  [{ siteUrl: 'https://news.example' }, 'warning'],
  [{ siteUrl: 'https://news.example', trusted: '10.0.0.1' }, 'ok'],
] as const)('of proxies %j: %s', (given: ProxyFacts, level) => {
  const { trusted = '', host, siteUrl: address = 'http://news.example' } = given;
  const proxies = { trusted: readIpRanges(trusted) ?? [], header: 'forwarded' } as const;
  const [finding] = judgeProxies({ proxies, host, siteUrl: address });
  expect(finding?.level).toBe(level);
});

describe('the public address', () => {
  it('is to be set, and encrypted', async () => {
    expect(await levels(siteUrl, installation())).toEqual(['warning']);
    const plain = await siteUrl.run(installation({ SITE_URL: 'http://no-such-site.invalid' }));
    expect(plain.map(({ level }) => level)).toEqual(['warning', 'warning']);
    expect(plain[1]?.found).toContain('cannot be reached');
  });

  const site = (metrics: number, date = new Date()): RequestListener => {
    return ({ url }, response) => {
      response.writeHead(url === '/metrics' ? metrics : 200, { Date: date.toUTCString() });
      response.end('{"status":"ok","rates":{}}');
    };
  };
  const levelsOf = async (listener: RequestListener) =>
    (await askSite(await answering(listener))).map(({ level }) => level);

  it('is answered by this program, and keeps its metrics to itself', async () => {
    expect(await levelsOf(site(404))).toEqual(['ok', 'ok']);
    expect(await levelsOf(site(200))).toEqual(['ok', 'ok', 'error']);
    expect(await levelsOf(site(404, new Date(Date.now() - 3_600_000)))).toEqual(['ok', 'error']);
  });

  it('is answered by something else, or leads on', async () => {
    expect(await levelsOf((_, response) => response.end('Welcome to nginx!'))).toEqual(['error']);
    const moved: RequestListener = (_, response) => {
      response.writeHead(301, { Location: 'https://www.news.example/' }).end();
    };
    const [finding] = await askSite(await answering(moved));
    expect(finding?.found).toContain('leads on to https://www.news.example/');
  });

  it.each([
    [0, 'ok'],
    [-4_000, 'ok'],
    [30_000, 'warning'],
    [-90_000, 'error'],
  ] as const)('has a clock that is %d ms away: %s', (difference, level) => {
    expectLevel(judgeClock(difference), level);
  });
});

describe('the certificate', () => {
  const NOW = Date.UTC(2026, 10, 28);

  it.each([
    ['Nov 27 00:00:00 2026 GMT', 'error'],
    ['Dec  5 00:00:00 2026 GMT', 'warning'],
    ['Feb  1 00:00:00 2027 GMT', 'ok'],
  ] as const)('runs out on %s: %s', (validTo, level) => {
    expectLevel(judgeCertificate({ valid_to: validTo }, NOW), level);
  });

  it('is refused where nobody has signed it, and unknown where nobody answers', async () => {
    const folder = folderOf({});
    const { key, certificate } = makeCertificate(folder);
    const server = createTls({ key: readFileSync(key), cert: readFileSync(certificate) });
    const address = new URL(await listening(server));
    expectLevel(await askCertificate('127.0.0.1', Number(address.port)), 'error');
    const gone = await answering((_, response) => response.end());
    expectLevel(await askCertificate('127.0.0.1', Number(new URL(gone).port)), 'warning');
  });
});

import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTls } from 'node:https';
import {
  type AddressInfo,
  createServer as createTcp,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archive } from '@/lib/cli/doctor/checks/archive';
import { build } from '@/lib/cli/doctor/checks/build';
import { askCertificate, judgeCertificate } from '@/lib/cli/doctor/checks/certificate';
import { content } from '@/lib/cli/doctor/checks/content';
import { data, judgeSpace } from '@/lib/cli/doctor/checks/data';
import { judgeMemory, memory } from '@/lib/cli/doctor/checks/memory';
import { judgeNode, node } from '@/lib/cli/doctor/checks/node';
import { port } from '@/lib/cli/doctor/checks/port';
import { judgeProxies } from '@/lib/cli/doctor/checks/proxies';
import { ratesStore } from '@/lib/cli/doctor/checks/ratesStore';
import { secrets } from '@/lib/cli/doctor/checks/secrets';
import { sharedServer } from '@/lib/cli/doctor/checks/sharedServer';
import { askSite, judgeClock, siteUrl } from '@/lib/cli/doctor/checks/siteUrl';
import { doctorReport, examine } from '@/lib/cli/doctor/examine';
import type { Check, Finding, Installation } from '@/lib/cli/doctor/finding';
import { Publication } from '@/lib/publishing/publication';
import { pagesFile } from '@/lib/server/app/pagesFile';
import { grantLocalAccess } from '@/lib/server/publishing/localAccess';
import { readEnvironment } from '@/lib/site/environment';
import { readIpRanges } from '@/lib/site/ipRanges';
import { folderOf } from '@/tests/fixtures/folder';
import { GitRepository } from '@/tests/fixtures/gitRepository';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { makeCertificate } from '@/tests/support/certificate';
import { startValkey } from '@/tests/support/valkey';
import { ROOT, run } from './command';

function installation(
  variables: Readonly<Record<string, string>> = {},
  folder = folderOf({}),
): Installation {
  return { root: ROOT, folder, environment: readEnvironment(variables, folder) };
}

async function levels(check: Check, of: Installation): Promise<string[]> {
  return (await check.run(of)).map(({ level }) => level);
}

/** A finding that is to be mended says how. */
function expectLevel({ level, mend }: Finding, expected: Finding['level']): void {
  expect([level, mend === null]).toEqual([expected, expected === 'ok']);
}

async function listening(server: Server | TcpServer): Promise<string> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => open.add(socket));
  onTestFinished(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (listener: RequestListener) => listening(createServer(listener));

it.each([
  ['20.18.3', 'error'],
  ['20.19.0', 'ok'],
  ['24.1.0', 'ok'],
  ['25.0.0', 'warning'],
] as const)('of Node %s: %s', (version, level) => {
  expectLevel(judgeNode(version, '20.19.0'), level);
});

it('finds the Node that runs here good', async () => {
  expect(await levels(node, installation())).toEqual(['ok']);
});

describe('a build', () => {
  const of = (root: string): Installation => ({ ...installation(), root });

  it('is good while it is newer than the sources', async () => {
    const root = folderOf({
      'app/page.tsx': '',
      '.next/BUILD_ID': 'x',
      [pagesFile('.next')]: '',
    });
    utimesSync(join(root, 'app/page.tsx'), 1, 1);
    expect(await levels(build, of(root))).toEqual(['ok']);
    utimesSync(join(root, '.next/BUILD_ID'), 0, 0);
    expect(await levels(build, of(root))).toEqual(['warning']);
    rmSync(join(root, '.next/BUILD_ID'));
    const [finding] = await build.run(of(root));
    expect(finding?.found).toContain('There is no build');
  });
});

describe('a data folder', () => {
  it('is good where it can be written, and stays as it was', async () => {
    const found = installation({ DATA_DIR: 'data' });
    expect(await levels(data, found)).toContain('ok');
    expect(existsSync(join(found.folder, 'data'))).toBe(true);
  });

  it('is none where it cannot be made', async () => {
    const folder = folderOf({ data: 'a file' });
    expect(await levels(data, installation({ DATA_DIR: 'data' }, folder))).toEqual(['error']);
  });

  it.each([
    [50_000_000, 'error'],
    [500_000_000, 'warning'],
    [5_000_000_000, 'ok'],
  ] as const)('has %d bytes left: %s', (free, level) => {
    expectLevel(judgeSpace(free), level);
  });
});

describe('content', () => {
  it('is read from a folder', async () => {
    const folder = folderOf({ 'content/site.yml': 'name: A\n', 'empty/x': '' });
    expect(await levels(content, installation({}, folder))).toEqual(['ok']);
    expect(await levels(content, installation({ CONTENT_DIR: 'empty' }, folder))).toEqual([
      'warning',
    ]);
    expect(await levels(content, installation({ CONTENT_DIR: 'none' }, folder))).toEqual(['error']);
  });

  it('is read from a repository, of which somebody has to tell', async () => {
    const { folder } = GitRepository.of({ 'content/site.yml': 'name: A\n' });
    const of = (more: Record<string, string>) => installation({ CONTENT_REPO: folder, ...more });
    expect(await levels(content, of({ PUBLISH_POLL: '60' }))).toEqual(['ok']);
    expect(await levels(content, of({}))).toEqual(['ok', 'warning']);
    expect(await levels(content, of({ CONTENT_BRANCH: 'live' }))).toEqual(['error']);
    const gone = of({ CONTENT_REPO: join(folder, 'gone') });
    expect(await levels(content, gone)).toEqual(['error']);
  });
});

describe('archive and store of rates', () => {
  async function filled(files: Readonly<Record<string, string>>): Promise<Installation> {
    const folder = folderOf({ ...SOUND_PUBLICATION, ...files });
    const found = installation({ CONTENT_DIR: '.', DATA_DIR: folderOf({}) }, folder);
    const publication = Publication.open(found.environment);
    await publication.sync();
    for (const database of [publication.database, publication.rateBook.store]) {
      // Into the main file, which is what the tests damage.
      database.query('PRAGMA wal_checkpoint(TRUNCATE)').get();
      database.close();
    }
    return found;
  }

  it('may be missing', async () => {
    expect(await levels(archive, installation())).toEqual(['ok']);
    expect(await levels(ratesStore, installation())).toEqual(['ok']);
  });

  it('are sound, and tell of errors in the content', async () => {
    const sound = await filled({});
    expect(await levels(archive, sound)).toEqual(['ok', 'ok']);
    expect(await levels(ratesStore, sound)).toEqual(['ok']);
    const broken = await filled({ 'authors/nobody.md': '---\nname: [\n---\n' });
    expect(await levels(archive, broken)).toEqual(['ok', 'warning']);
  });

  it.each([
    ['archive.db', archive, 'warning'],
    ['rates.db', ratesStore, 'error'],
  ] as const)('are damaged: %s', async (name, check, level) => {
    const found = await filled({});
    overwrite(join(found.environment.dataDir, name));
    expect(await levels(check, found)).toEqual([level]);
  });
});

/** From the second page on, so that SQLite still takes it for one of its files. */
function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  const size = statSync(path).size;
  const rubbish = Buffer.alloc(Math.max(4096, size - 4096), 0xa5);
  writeSync(file, rubbish, 0, rubbish.length, 4096);
  closeSync(file);
}

describe('secrets', () => {
  const GOOD = '0123456789abcdef0123456789abcdef';

  it.each([
    [GOOD, 'ok'],
    ['0123456789abcdef', 'warning'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'error'],
  ] as const)('are judged without being shown: %s', async (secret, level) => {
    const [finding] = await secrets.run(installation({ PUBLISH_SECRET: secret }));
    expect(finding?.level).toBe(level);
    expect(JSON.stringify(finding)).not.toContain(secret);
  });

  it.each([
    [0o600, 'ok'],
    [0o640, 'warning'],
    [0o644, 'error'],
  ] as const)('stand in a file with the rights %o: %s', async (mode, level) => {
    const folder = folderOf({ '.env': `PUBLISH_SECRET=${GOOD}\n` });
    chmodSync(join(folder, '.env'), mode);
    expect(await levels(secrets, installation({}, folder))).toEqual([level]);
  });

  it('stand beside settings that nobody knows', async () => {
    const folder = folderOf({ '.env': 'SITE_ULR=https://news.example\nNODE_OPTIONS=\n' });
    const [finding, ...more] = await secrets.run(installation({}, folder));
    expect(finding).toMatchObject({ level: 'warning', mend: 'SITE_URL is meant?' });
    expect(more).toEqual([]);
  });
});

it.each([
  [500_000_000, 'error'],
  [700_000_000, 'warning'],
  [2_000_000_000, 'ok'],
] as const)('of %d bytes of memory: %s', (available, level) => {
  expectLevel(judgeMemory(available, 64_000_000), level);
});

it('compares memory with what pages may take', async () => {
  expect(await levels(memory, installation({ PAGE_CACHE: '100000' }))).toEqual(['error']);
});

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

interface ProxyFacts {
  readonly trusted?: string;
  readonly host?: string;
  readonly siteUrl?: string;
}

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

describe('the doctor', () => {
  it('goes on where one check fails, and reports all', async () => {
    const failing: Check = {
      name: 'one',
      run: () => {
        throw new Error('no permission');
      },
    };
    const good: Check = { name: 'other', run: () => [{ level: 'ok', found: 'Well.', mend: null }] };
    const findings = await examine(installation(), [failing, good]);
    expect(findings.map(({ check, level }) => [check, level])).toEqual([
      ['one', 'error'],
      ['other', 'ok'],
    ]);
    expect(doctorReport(findings)).toMatchInlineSnapshot(`
      "ERROR    one    This could not be looked at (no permission).
                      Mend what keeps it from being read.
      ok       other  Well.

      To be mended: 1. To be thought about: 0.
      "
    `);
  });

  it('is a command, with an exit code', () => {
    const dataDir = folderOf({});
    const well = run('doctor', ['--format', 'json'], { DATA_DIR: dataDir, PORT: '1024' });
    const findings = JSON.parse(well.out) as { check: string; level: string }[];
    expect(findings.map(({ check }) => check)).toContain('certificate');
    const isBroken = findings.some(({ level }) => level === 'error');
    expect(well.code).toBe(isBroken ? 1 : 0);
    writeFileSync(join(dataDir, 'data'), 'a file');
    const broken = run('doctor', [], { DATA_DIR: join(dataDir, 'data') });
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^ERROR +data +DATA_DIR cannot be written/m);
    const unreadable = run('doctor', [], { PORT: 'eighty' });
    expect([unreadable.code, unreadable.out]).toEqual([1, expect.stringContaining('PORT')]);
    expect(run('doctor', ['--format', 'xml']).code).toBe(2);
  });
});

import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';
import { GitRepository } from '../../fixtures/gitRepository';
import {
  articleOf,
  beforeItsTime,
  edit,
  publish,
  publishing,
  read,
  textOf,
  until,
} from './newsroom';

const FILE = 'content/articles/2026/11/heard-at-once.md';
const ADDRESS = 'https://news.example/articles/heard-at-once';
/** Feeds that hold the article, of every kind. */
const FEEDS = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sections/politics/feed.xml',
  '/sections/politics/feed.json',
  '/people/aliya-haidar/feed.xml',
  '/people/aliya-haidar/feed.json',
];
const HOLDING = [...FEEDS, '/news-sitemap.xml'];
const OTHER = '/sections/business/feed.xml';

/** What those heard who are told of what is new, and what a feed held when they asked at once. */
const told: { path: string; body: string; feed: string }[] = [];
const listener = createServer(async (request: IncomingMessage, response) => {
  const body = await text(request);
  told.push({ path: request.url ?? '', body, feed: await textOf(site, '/feed.xml') });
  response.writeHead(202).end();
});

let repository: GitRepository;
let site: RunningSite;

beforeAll(async () => {
  repository = new GitRepository(temporaryFolder());
  cpSync('content', join(repository.folder, 'content'), { recursive: true });
  repository.commit('Begin');
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const announcing = {
    WEBSUB_HUB: `http://127.0.0.1:${port}/hub`,
    INDEXNOW_KEY: 'abcd-1234',
    INDEXNOW_URL: `http://127.0.0.1:${port}/index`,
  };
  site = await startSite({ environment: { ...publishing(repository), ...announcing } });
});

afterAll(async () => {
  await site?.stop();
  listener.close();
  listener.closeAllConnections();
});

const commitAndPublish = () => {
  repository.commit();
  return publish(site, repository);
};

/** Of a document: the status for one who has it already, by what the answer was known by. */
async function statusFor(path: string, field: string, value: string): Promise<number> {
  const { status } = await fetch(site.address + path, { headers: { [field]: value } });
  return status;
}

/** Reads every document, so that it is kept, and says what each is known by. */
async function known(): Promise<{ path: string; etag: string; modified: string }[]> {
  return Promise.all(
    [...FEEDS, OTHER].map(async (path) => {
      const { headers } = await read(site, path);
      return {
        path,
        etag: headers.get('etag') ?? '',
        modified: headers.get('last-modified') ?? '',
      };
    }),
  );
}

async function sitemaps(): Promise<string> {
  const index = await textOf(site, '/sitemap.xml');
  const parts = [...index.matchAll(/<loc>https:\/\/news\.example([^<]+)/g)];
  return (await Promise.all(parts.map(([, path = '']) => textOf(site, path)))).join('');
}

async function expectEverywhere(text: string): Promise<void> {
  for (const path of HOLDING) expect(await textOf(site, path), path).toContain(text);
}

async function expectNowhere(text: string): Promise<void> {
  for (const path of HOLDING) expect(await textOf(site, path), path).not.toContain(text);
  expect(await sitemaps()).not.toContain(ADDRESS);
}

/** Readers of feeds who ask by either validator are told of the change, those of other feeds of none. */
async function expectChanged(before: Awaited<ReturnType<typeof known>>): Promise<void> {
  for (const { path, etag, modified } of before) {
    const status = path === OTHER ? 304 : 200;
    expect(await statusFor(path, 'if-none-match', etag), path).toBe(status);
    expect(await statusFor(path, 'if-modified-since', modified), path).toBe(status);
  }
}

/** Waits until the hub and the search engines were told, and says of what. */
async function expectTold(): Promise<{ feeds: string[]; addresses: string[]; feed: string }> {
  const heard = (path: string) => told.find((message) => message.path === path);
  await until(async () => heard('/hub') !== undefined && heard('/index') !== undefined);
  const feeds = new URLSearchParams(heard('/hub')?.body).getAll('hub.url');
  const addresses = JSON.parse(heard('/index')?.body ?? '').urlList;
  const feed = heard('/hub')?.feed ?? '';
  told.length = 0;
  return { feeds, addresses, feed };
}

describe('the feeds and sitemaps of a server that publishes', () => {
  it('all have an article as soon as it is published', async () => {
    await expectNowhere(ADDRESS);
    const before = await known();
    const minuteAgo = new Date(Date.now() - 60_000).toISOString();
    repository.write(FILE, articleOf('Heard at once', minuteAgo));
    await commitAndPublish();
    await expectEverywhere(ADDRESS);
    expect(await sitemaps()).toContain(ADDRESS);
    await expectChanged(before);
  });

  it('are what a hub and search engines are told of, and hold it by then', async () => {
    const { feeds, addresses, feed } = await expectTold();
    for (const path of FEEDS) expect(feeds).toContain(`https://news.example${path}`);
    expect(feeds).not.toContain(`https://news.example${OTHER}`);
    expect(addresses).toEqual([ADDRESS]);
    expect(feed).toContain(ADDRESS);
    const { headers } = await read(site, '/feed.xml');
    expect(headers.get('link')).toMatch(/<https:\/\/news\.example\/feed\.xml>; rel="self"/);
    expect(headers.get('link')).toMatch(/<http:\/\/127\.0\.0\.1:\d+\/hub>; rel="hub"/);
    expect(await textOf(site, '/abcd-1234.txt')).toBe('abcd-1234');
  });

  it('all have a new name of its author, its section or its topic', async () => {
    const renamed = async (path: string, from: RegExp, to: string, name: string) => {
      const before = await known();
      edit(repository, path, from, to);
      await commitAndPublish();
      for (const feed of FEEDS) expect(await textOf(site, feed), feed).toContain(name);
      for (const { path: feed, etag, modified } of before.filter((one) => one.path !== OTHER)) {
        expect(await statusFor(feed, 'if-none-match', etag), feed).toBe(200);
        expect(await statusFor(feed, 'if-modified-since', modified), feed).toBe(200);
      }
    };
    await renamed(
      'content/authors/aliya-haidar.md',
      /^name: .*$/m,
      'name: A. Khaidar',
      'A. Khaidar',
    );
    await renamed('content/sections.yml', /name: Politics/, 'name: Power', 'Power');
    await renamed(FILE, /topics: \[\]/, 'topics: [heard things]', 'heard things');
    expect(await textOf(site, '/topics/heard-things/feed.json')).toContain(ADDRESS);
    told.length = 0;
  });

  it('all have its new headline, even where no date of change is written', async () => {
    const before = await known();
    edit(repository, FILE, 'Heard at once', 'Heard anew');
    await commitAndPublish();
    await expectEverywhere('Heard anew');
    for (const path of HOLDING) expect(await textOf(site, path)).not.toContain('Heard at once');
    await expectChanged(before);
  });

  it('have nothing of it any more when it is withdrawn', async () => {
    const before = await known();
    told.length = 0;
    repository.remove(FILE);
    await commitAndPublish();
    await expectNowhere(ADDRESS);
    await expectChanged(before);
    const { addresses, feed } = await expectTold();
    expect(addresses).toEqual([ADDRESS]);
    expect(feed).not.toContain(ADDRESS);
  });

  it('all have an article for later when its time has come, and not before', async () => {
    let tries = 0;
    await beforeItsTime(async (at) => {
      tries += 1;
      repository.write(FILE, articleOf('Heard on time', at));
      await commitAndPublish();
      await expectNowhere(ADDRESS);
      // A second try begins by taking the article back, which is told.
      if (tries === 1) expect(told).toEqual([]);
    });
    await until(async () => (await textOf(site, FEEDS[0] ?? '')).includes('Heard on time'));
    expect((await expectTold()).addresses).toEqual([ADDRESS]);
    await expectEverywhere('Heard on time');
    expect(await sitemaps()).toContain(ADDRESS);
  });
});

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitRepository } from '../../fixtures/gitRepository';
import { temporaryFolder } from '../support/content';
import { type RunningSite, startSite } from '../support/server';
import { articleOf, edit, publish, publishing, read, textOf, until } from './newsroom';

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

let repository: GitRepository;
let site: RunningSite;

beforeAll(async () => {
  repository = new GitRepository(temporaryFolder());
  cpSync('content', join(repository.folder, 'content'), { recursive: true });
  repository.commit('Begin');
  site = await startSite({ environment: publishing(repository) });
});

afterAll(() => site?.stop());

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
    repository.remove(FILE);
    await commitAndPublish();
    await expectNowhere(ADDRESS);
    await expectChanged(before);
  });

  it('all have an article for later when its time has come, and not before', async () => {
    const soon = new Date(Date.now() + 3_000).toISOString();
    repository.write(FILE, articleOf('Heard on time', soon));
    await commitAndPublish();
    await expectNowhere(ADDRESS);
    await until(async () => (await textOf(site, FEEDS[0] ?? '')).includes('Heard on time'));
    await expectEverywhere('Heard on time');
    expect(await sitemaps()).toContain(ADDRESS);
  });
});

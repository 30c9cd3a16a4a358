import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  statusOf,
  tell,
  textOf,
  until,
} from './newsroom';

const RATE = 'content/articles/2026/02/how-an-official-rate-is-set.md';
const ADDRESS = '/articles/how-an-official-rate-is-set';
const NEWEST_FILE = 'content/articles/2026/11/what-is-a-transit-corridor.md';
const NEWEST = '/articles/what-is-a-transit-corridor';
const SHOWING = ['/', ADDRESS, '/people/daniyar-seitkali', '/sections/business'];

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

describe('a commit', () => {
  it('with a new headline is live wherever it shows, and no other page changes', async () => {
    for (const path of [...SHOWING, '/about', '/people']) await textOf(site, path);
    const about = (await read(site, '/about')).headers.get('etag');
    edit(repository, RATE, /title: .*/, 'title: Set anew');
    const { last } = await commitAndPublish();
    for (const path of SHOWING) expect(await textOf(site, path), path).toContain('Set anew');
    expect(last).toMatchObject({ articles: { added: 0, changed: 1, removed: 0, refused: 0 } });
    expect(last?.pages).toBe(SHOWING.length);
    expect((await read(site, '/about')).headers.get('etag')).toBe(about);
    const history = await textOf(site, `${ADDRESS}/history`);
    expect(history).toMatch(/<ins>.*anew/s);
    expect(history).not.toContain('editor@example.org');
  });

  it('of a newest article leaves pages alone that do not show it', async () => {
    const pages = [...SHOWING, NEWEST, '/about', '/people', '/no-such-page'];
    const before = await Promise.all(pages.map((path) => textOf(site, path)));
    const showing = before.filter((html) => html.includes('What is a transit corridor?'));
    edit(repository, NEWEST_FILE, /summary: .*/, 'summary: Newly told.');
    const { last } = await commitAndPublish();
    expect(await textOf(site, '/')).toContain('Newly told.');
    expect(showing.length).toBeLessThan(pages.length);
    expect(last?.pages).toBe(showing.length);
  });

  it('with a fault leaves the article as it was, and is reported as check reports it', async () => {
    edit(repository, RATE, 'title: Set anew', 'titel: Set wrongly');
    const { last, diagnostics } = await commitAndPublish();
    expect(await textOf(site, ADDRESS)).toContain('Set anew');
    expect(last).toMatchObject({ articles: { changed: 0, refused: 1 } });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['missing-field', 'unknown-field']);
    expect(site.log()).toContain(`${RATE.replace('content/', '')}:2:1 error unknown-field`);
    edit(repository, RATE, 'titel: Set wrongly', 'title: Set rightly');
    await commitAndPublish();
    expect(await textOf(site, ADDRESS)).toContain('Set rightly');
  });

  it('that withdraws an article takes it off everywhere at once', async () => {
    repository.remove(RATE);
    const { last } = await commitAndPublish();
    expect((await read(site, ADDRESS)).status).toBe(404);
    for (const path of ['/', '/sections/business']) {
      expect(await textOf(site, path), path).not.toContain('Set rightly');
    }
    expect(last).toMatchObject({ articles: { removed: 1 } });
  });

  it('that is taken back by force is forgotten', async () => {
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await publish(site, repository);
    expect(await textOf(site, ADDRESS)).toContain('Set rightly');
  });

  it('with an article for later shows it when its time has come, on all lists', async () => {
    await beforeItsTime(async (at) => {
      const path = 'content/articles/2026/11/right-on-time.md';
      repository.write(path, articleOf('Right on time', at));
      await commitAndPublish();
      expect(await textOf(site, '/')).not.toContain('Right on time');
      expect((await read(site, '/articles/right-on-time')).status).toBe(404);
    });
    await until(async () => (await textOf(site, '/')).includes('Right on time'));
    for (const list of ['/articles/right-on-time', '/people/aliya-haidar', '/sections/politics']) {
      expect(await textOf(site, list), list).toContain('Right on time');
    }
  });

  it('with a draft shows it nowhere, and its faults to those with the secret alone', async () => {
    const path = 'articles/2026/11/not-yet.md';
    repository.write(
      `content/${path}`,
      articleOf('Not yet', '2026-11-01', 'draft: true\nsumary: x'),
    );
    const { diagnostics } = await commitAndPublish();
    expect(diagnostics.some(({ file }) => file === path)).toBe(true);
    const open = await statusOf(site, { authorization: '' });
    expect(JSON.stringify(open)).not.toContain('not-yet');
    expect(open.commit).toBe(repository.head);
  });

  it('with another picture shows it', async () => {
    const name = 'media/airport-hall.png';
    const before = await (await read(site, `/${name}`)).arrayBuffer();
    cpSync(
      join(repository.folder, 'content/media/summit-table.png'),
      join(repository.folder, 'content', name),
    );
    await commitAndPublish();
    const after = await (await read(site, `/${name}`)).arrayBuffer();
    expect(after.byteLength).not.toBe(before.byteLength);
  });
});

describe('a content repository', () => {
  it('that is away leaves everything as it is, and is asked again', async () => {
    const away = `${repository.folder}-away`;
    edit(repository, RATE, /title: .*/, 'title: Set later');
    repository.commit();
    renameSync(repository.folder, away);
    expect(await tell(site)).toBe(202);
    await until(async () => (await statusOf(site)).failure !== null);
    expect(await textOf(site, ADDRESS)).toContain('Set rightly');
    renameSync(away, repository.folder);
    await until(async () => (await textOf(site, ADDRESS)).includes('Set later'));
    expect((await statusOf(site)).failure).toBeNull();
  });

  it('whose copy is damaged is copied anew', async () => {
    const objects = join(site.dataDir, 'content.git/objects');
    for (const name of readdirSync(objects)) rmSync(join(objects, name), { recursive: true });
    writeFileSync(join(site.dataDir, 'content.git/HEAD'), 'nonsense');
    edit(repository, RATE, /title: .*/, 'title: Set after damage');
    await commitAndPublish();
    expect(await textOf(site, ADDRESS)).toContain('Set after damage');
    edit(repository, RATE, /title: .*/, 'titel: Broken after damage');
    await commitAndPublish();
    expect(await textOf(site, ADDRESS)).toContain('Set after damage');
  });
});

import { renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { edit, publishing, statusOf, tell, textOf } from '@/tests/browser/publishing/newsroom';
import { temporaryFolder } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';
import { GitRepository } from '../../fixtures/gitRepository';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { either } from './support/form';
import { hangingPort, refusingPort } from './support/hanging';
import { observe, until } from './support/observe';
import { childrenOf } from './support/processes';

const FILE = 'articles/2026/02/dam-opens.md';
const ARTICLE = '/articles/dam-opens';
const PATHS = ['/', '/people', '/articles/river-levels', '/feed.xml', '/sitemap.xml', '/archive'];
const FRESH = ['/search?q={}', '/no/such/page'];

const repository = new GitRepository(temporaryFolder());
for (const [path, content] of Object.entries(SOUND_PUBLICATION)) repository.write(path, content);
repository.commit('Begin');
const dataDir = temporaryFolder();
const hanging = hangingPort();
let site: RunningSite | undefined;
let edits = 0;

afterAll(() => site?.stop());

/** Commits another headline, and gives it. */
function commitHeadline(): string {
  edits += 1;
  const title = `Headline ${edits}`;
  edit(repository, FILE, /^title: .*/m, `title: ${title}`);
  repository.commit(title);
  return title;
}

/** One server for one test after the other, of the repository or of another address. */
async function serve(address = repository.folder): Promise<RunningSite> {
  if (site !== undefined && address === repository.folder) return site;
  await site?.stop();
  site = await startSite({
    dataDir,
    environment: { ...publishing(repository), CONTENT_REPO: address, PUBLISH_POLL: '1' },
  });
  return site;
}

const shows = (running: RunningSite, title: string) => async () =>
  (await textOf(running, ARTICLE)).includes(title);

it('the content repository is gone: everything stays, and the next commit is published', async () => {
  const running = await serve();
  const away = `${repository.folder}.away`;
  const seen = await observe({
    fault: 'Content repository gone',
    address: running.address,
    paths: PATHS,
    fresh: FRESH,
    during: async () => {
      renameSync(repository.folder, away);
      try {
        await until('word of it', () => /cannot be reached/.test(running.log()));
        await sleep(either(300, 10_000));
      } finally {
        renameSync(away, repository.folder);
      }
      const title = commitHeadline();
      return ['the next look finds it again', await until('the commit', shows(running, title))];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('the process that publishes is killed in the middle: what it was to publish is published', async () => {
  const running = await serve();
  const seen = await observe({
    fault: 'Publishing process killed in the middle',
    address: running.address,
    paths: PATHS,
    fresh: FRESH,
    during: async () => {
      let milliseconds = 0;
      for (let time = 0; time < either(2, 20); time += 1) {
        const title = commitHeadline();
        await tell(running);
        await sleep(time * 20);
        for (const child of childrenOf(running.pid)) process.kill(child, 'SIGKILL');
        milliseconds = await until('the commit', shows(running, title));
      }
      return ['started again after a second, and publishes', milliseconds];
    },
  });
  expect(seen.failures).toEqual([]);
});

it.each([
  ['refuses', refusingPort],
  ['hangs', () => hanging],
])('the remote %s: what was fetched last is served, also by a new start', async (how, port) => {
  const address = `https://127.0.0.1:${await port()}/repository.git`;
  // The tests before have had it fetched.
  const title = `Headline ${edits}`;
  const running = await serve(address);
  const seen = await observe({
    fault: `Remote repository ${how}`,
    address: running.address,
    paths: PATHS,
    fresh: FRESH,
    during: async () => {
      await tell(running);
      const told = async () => (await statusOf(running)).state === 'working' || failed();
      const failed = () => /cannot be reached/.test(running.log());
      await until('an attempt', told);
      await sleep(either(1_000, 20_000));
      return ['what was fetched last is served; asked again after 2, 10, 60, 300 s', null];
    },
  });
  expect(seen.failures).toEqual([]);
  expect(await textOf(running, ARTICLE)).toContain(title);
});

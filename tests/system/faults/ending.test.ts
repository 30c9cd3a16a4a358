import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { PAGES } from '@/tests/browser/support/pages';
import { copyOfContent, temporaryFolder } from '@/tests/support/content';
import { Crowd } from '@/tests/support/readers/crowd';
import type { Seen } from '@/tests/support/readers/seen';
import { type RunningSite, startSite } from '@/tests/support/server';
import { naive } from './controls/start';
import { either } from './support/form';
import { record } from './support/observe';
import { FRESH, PATHS, SMALL_CACHE } from './support/reading';

const contentDir = copyOfContent();
const dataDir = temporaryFolder();
const environment = { SITE_URL: 'https://courier.example', PAGE_CACHE: SMALL_CACHE };

async function start(): Promise<RunningSite> {
  const site = await startSite({ contentDir, dataDir, environment });
  onTestFinished(() => site.stop());
  return site;
}

function crowdAt(address: string, paths = PATHS, fresh = FRESH): Promise<Crowd> {
  return Crowd.start({ address, paths, fresh, readers: either(8, 24), rest: 0, patience: 15_000 });
}

/** What failed though the server had taken the request: all but those for whom nobody was there. */
function lost({ failures }: Seen) {
  return failures.filter(({ kind, detail }) => {
    return kind !== 'refused' && !/ECONNRESET|socket hang up/.test(detail);
  });
}

it('SIGTERM under load: every request that was taken is answered', async () => {
  for (let time = 0; time < either(1, 10); time += 1) {
    const site = await start();
    const crowd = await crowdAt(site.address);
    await sleep(500);
    const begun = performance.now();
    await site.stop();
    const milliseconds = performance.now() - begun;
    const seen = await crowd.stop();
    const answered = seen.failures.filter(({ kind }) => kind === 'cut off');
    record({
      fault: 'SIGTERM under load',
      requests: seen.requests,
      failed: answered.length,
      slowest: seen.slowest,
      recovery: 'takes no new connections, answers what it has taken, and ends',
      milliseconds,
    });
    expect(answered).toEqual([]);
    expect(lost(seen)).toEqual([]);
  }
});

it('without an orderly stop, SIGTERM cuts answers off', async () => {
  const control = await naive({ pause: 200 });
  const crowd = await crowdAt(control.address, ['/feed.xml', '/feed.json'], []);
  await sleep(300);
  control.child.kill('SIGTERM');
  await once(control.child, 'exit');
  const seen = await crowd.stop();
  expect(seen.failures.filter(({ kind }) => kind === 'cut off').length).toBeGreaterThan(0);
});

async function readAll(address: string): Promise<Record<string, string>> {
  const entries = await Promise.all(
    PAGES.map(async ({ path }) => [path, await (await fetch(address + path)).text()] as const),
  );
  return Object.fromEntries(entries);
}

// Labels of dates grow older, and their length is part of the weight.
const comparable = (html = '') =>
  html.replace(/<time.*?<\/time>/g, '').replace(/This page: [\d.]+ kB\s*/, '');

it('kill -9 under load: the next start serves the same, and reads nothing again', async () => {
  for (let time = 0; time < either(1, 10); time += 1) {
    const first = await start();
    const before = await readAll(first.address);
    const crowd = await crowdAt(first.address);
    await sleep(500);
    first.kill();
    const begun = performance.now();
    const seen = await crowd.stop();
    const second = await start();
    const milliseconds = performance.now() - begun;
    expect(second.log()).toMatch(/Publication: 0 files read, 0 removed/);
    const after = await readAll(second.address);
    for (const { path } of PAGES) expect(comparable(after[path])).toBe(comparable(before[path]));
    record({
      fault: 'kill -9 under load',
      requests: seen.requests,
      failed: seen.failed,
      slowest: seen.slowest,
      recovery:
        'away until it is started again (a proxy in front shows what it keeps); nothing is lost',
      milliseconds,
    });
    // None of those who did get an answer got another page than theirs.
    expect(seen.failures.filter(({ kind }) => kind === 'wrong')).toEqual([]);
    await second.stop();
  }
});

it('an archive that is not kept would be read again from the content', async () => {
  const first = await start();
  await first.stop();
  const elsewhere = await startSite({ contentDir, dataDir: temporaryFolder(), environment });
  onTestFinished(() => elsewhere.stop());
  expect(elsewhere.log()).not.toMatch(/Publication: 0 files read/);
});

it('a second server with the same DATA_DIR is refused, and the first goes on', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(/Another server \(process \d+, .*\) works with DATA_DIR/);
  expect((await fetch(first.address)).status).toBe(200);
});

it('what an ended server left in server.json keeps no other from starting', async () => {
  const first = await start();
  const left = readFileSync(join(dataDir, 'server.json'), 'utf8');
  await first.stop();
  // Another program has the number of its process by now.
  const { pid, ...access } = JSON.parse(left) as { pid: number };
  expect(pid).toBe(first.pid);
  writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ ...access, pid: process.ppid }));
  const second = await start();
  expect((await fetch(second.address)).status).toBe(200);
});

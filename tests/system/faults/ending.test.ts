import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { PAGES } from '@/tests/browser/support/pages';
import { copyOfContent, temporaryFolder } from '@/tests/support/content';
import { Crowd } from '@/tests/support/readers/crowd';
import { removeBusy } from '@/tests/support/removeBusy';
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

/** Requests that take their time, each on a connection of its own; gives how many were answered in the end. */
function ask(address: string, paths: readonly string[]): Promise<number> {
  const answers = paths.map(async (path) => {
    const response = await fetch(address + path, { headers: { connection: 'close' } });
    return response.ok && (await response.arrayBuffer()).byteLength > 0;
  });
  return Promise.allSettled(answers).then(
    (ends) => ends.filter((end) => end.status === 'fulfilled' && end.value).length,
  );
}

/** Milliseconds in which requests have come in. */
const ARRIVAL = 300;

it('SIGTERM under load: every request that was taken is answered', async () => {
  for (let time = 0; time < either(1, 10); time += 1) {
    const site = await start();
    // With an archive that is not kept, each start would read everything as the first does.
    if (time === 0) expect(site.log()).not.toMatch(/Publication: 0 files read/);
    const crowd = await crowdAt(site.address);
    removeBusy(join(dataDir, 'images'));
    // Each takes some tenths of a second to make, and two are made at a time.
    const pictures = await slowPictures(site.address);
    const answered = ask(site.address, pictures);
    await sleep(ARRIVAL);
    const begun = performance.now();
    await site.stop();
    const milliseconds = performance.now() - begun;
    const seen = await crowd.stop();
    const lost = pictures.length - (await answered);
    record({
      fault: 'SIGTERM under load',
      requests: seen.requests + pictures.length,
      failed: lost,
      slowest: seen.slowest,
      recovery: 'takes no new connections, answers what it has taken, and ends',
      milliseconds,
    });
    expect(lost).toBe(0);
    // Whoever comes later is refused; nobody gets half an answer, or a fault.
    expect(seen.failures.filter(({ kind }) => kind === 'status' || kind === 'wrong')).toEqual([]);
  }
});

async function slowPictures(address: string): Promise<string[]> {
  const html = await (await fetch(`${address}/articles/almaty-airport-hostage-trial`)).text();
  const found = [...html.matchAll(/\/media\/[\w./-]+\.avif/g)].map(([path]) => path);
  return [...new Set(found)].slice(-6);
}

it('without an orderly stop, SIGTERM cuts answers off', async () => {
  const control = await naive({ pause: 5_000 });
  const answered = ask(control.address, ['/feed.xml', '/feed.json', '/atom.xml']);
  await sleep(ARRIVAL);
  control.child.kill('SIGTERM');
  expect(await answered).toBe(0);
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

it('without an archive that outlives the process, the next start reads everything again', async () => {
  // In a folder of its own, as if that of the one before had gone with it.
  const next = await startSite({ contentDir, environment });
  onTestFinished(() => next.stop());
  expect(next.log()).toMatch(/Publication: [1-9]\d* files read/);
});

it('a second server with the same DATA_DIR is refused, and the first goes on', async () => {
  // What an ended server left behind keeps no other from starting, though its number is somebody else's by now.
  const left = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as object;
  writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ ...left, pid: process.ppid }));
  const first = await start();
  await expect(start()).rejects.toThrow(/Another server \(process \d+, .*\) works with DATA_DIR/);
  expect((await fetch(first.address)).status).toBe(200);
});

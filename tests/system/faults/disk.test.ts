import { appendFileSync, chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, afterEach, expect, it } from 'vitest';
import { copyOfContent } from '@/tests/support/content';
import { removeBusy } from '@/tests/support/removeBusy';
import { type RunningSite, startSite } from '@/tests/support/server';
import { naive } from './controls/start';
import { retitle, titleAt } from './support/breaking';
import { either } from './support/form';
import { observe, until } from './support/observe';
import { isRunning } from './support/processes';
import { isMade, picturesOf, SMALL_CACHE } from './support/reading';
import { smallDisk, withoutOverride } from './support/tmpfs';

const ARTICLE = 'articles/2026/07/how-to-read-an-opinion-poll.md';
const contentDir = copyOfContent();
const dataDir = smallDisk(24);
const controlDir = smallDisk(24);
let site: RunningSite | undefined;

afterEach(() => {
  for (const folder of [dataDir, controlDir]) {
    setWritable(folder, true);
    makeRoom(folder);
  }
});
afterAll(() => site?.stop());

async function start(): Promise<RunningSite> {
  await site?.stop();
  site = await startSite({
    contentDir,
    dataDir,
    environment: { PAGE_CACHE: SMALL_CACHE },
    command: withoutOverride(process.execPath, 'lib/cli/run.mjs', 'start'),
  });
  return site;
}

/** To the last block, also of what somebody deletes meanwhile. */
function fillDisk(folder: string): void {
  try {
    for (;;) appendFileSync(join(folder, 'filler'), Buffer.alloc(4_096));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('ENOSPC')) throw error;
  }
}

function makeRoom(folder: string): void {
  rmSync(join(folder, 'filler'), { force: true });
}

/** The log of the archive would else have room for a small edit. */
function emptyLog(): void {
  const archive = new Libsql(join(dataDir, 'archive.db'));
  archive.exec('PRAGMA busy_timeout = 10000');
  archive.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  archive.close();
}

function setWritable(folder: string, isWritable: boolean): void {
  chmodSync(folder, isWritable ? 0o755 : 0o555);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    chmodSync(
      path,
      entry.isDirectory() ? (isWritable ? 0o755 : 0o555) : isWritable ? 0o644 : 0o444,
    );
  }
}

it('the disk is full: readers notice nothing, and what was edited is published when there is room', async () => {
  const running = await start();
  removeBusy(join(dataDir, 'images'));
  const seen = await observe({
    fault: 'Disk full',
    address: running.address,
    during: async () => {
      emptyLog();
      for (const name of ['images', 'share']) {
        removeBusy(join(dataDir, name));
      }
      fillDisk(dataDir);
      const title = retitle(contentDir, ARTICLE);
      await until('word of it', () => /Nothing was published: .*full/.test(running.log()));
      await sleep(either(300, 10_000));
      expect(await titleAt(running, ARTICLE)).not.toContain(title);
      makeRoom(dataDir);
      const isLive = async () => (await titleAt(running, ARTICLE)).includes(title);
      return ['publishes by itself when there is room', await until('the edit', isLive)];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('DATA_DIR becomes read-only: readers notice nothing', async () => {
  const running = site ?? (await start());
  const seen = await observe({
    fault: 'DATA_DIR read-only',
    address: running.address,
    during: async () => {
      for (const name of ['images', 'share']) {
        removeBusy(join(dataDir, name));
      }
      setWritable(dataDir, false);
      await until('word of it', () => /takes no (?:pictures|files)/.test(running.log()));
      await sleep(either(300, 10_000));
      setWritable(dataDir, true);
      await fetch(running.address);
      return ['pictures are made from memory meanwhile', null];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('the disk is full at the start: what was published last is served', async () => {
  const first = site ?? (await start());
  const title = retitle(contentDir, ARTICLE);
  await until('the edit', async () => (await titleAt(first, ARTICLE)).includes(title));
  first.kill();
  await until('its end', () => !isRunning(first.pid));
  fillDisk(dataDir);
  const second = await start();
  expect(second.log()).toContain(`${dataDir} cannot be written`);
  expect(await titleAt(second, ARTICLE)).toContain(title);
});

it('DATA_DIR is read-only at the start: the site is served from a folder that goes with it', async () => {
  await site?.stop();
  setWritable(dataDir, false);
  const running = await start();
  expect(running.log()).toContain(`${dataDir} cannot be written`);
  expect((await fetch(running.address)).status).toBe(200);
  expect(await titleAt(running, ARTICLE)).toContain('Headline number');
});

it.each([
  ['is full', fillDisk],
  ['is read-only', (folder: string) => setWritable(folder, false)],
] as const)(
  'without pictures from memory, readers get faults where the disk %s',
  async (_, befall) => {
    const running = site ?? (await start());
    const paths = (await picturesOf(running.address)).filter(isMade);
    expect(paths.length).toBeGreaterThan(0);
    const control = await naive(
      { keeps: true, picturesFromFiles: true },
      { dataDir: controlDir, isBound: true },
    );
    const seen = await observe({
      fault: '',
      address: control.address,
      paths,
      fresh: [],
      during: async () => {
        removeBusy(join(controlDir, 'images'));
        befall(controlDir);
        await sleep(1_000);
        return ['', null];
      },
    });
    expect(seen.failed).toBeGreaterThan(0);
    expect(seen.failures[0]?.kind).toBe('status');
  },
);

it('without a copy to serve from, there is no start where DATA_DIR is read-only', async () => {
  setWritable(controlDir, false);
  const started = naive({ keeps: true }, { dataDir: controlDir, isBound: true });
  await expect(started).rejects.toThrow(/ended with \d+ before it served/);
});

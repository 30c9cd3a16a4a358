import { appendFileSync, chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterEach, expect, it } from 'vitest';
import { copyOfContent } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';
import { retitle, titleAt } from './support/breaking';
import { either } from './support/form';
import { observe, until } from './support/observe';
import { SMALL_CACHE } from './support/reading';
import { smallDisk, withoutOverride } from './support/tmpfs';

const ARTICLE = 'articles/2026/07/how-to-read-an-opinion-poll.md';
const contentDir = copyOfContent();
const dataDir = smallDisk(24);
const filler = join(dataDir, 'filler');
let site: RunningSite | undefined;

afterEach(async () => {
  rmSync(filler, { force: true });
  setWritable(true);
  await site?.stop();
  site = undefined;
});

function start(): Promise<RunningSite> {
  return startSite({
    contentDir,
    dataDir,
    environment: { PAGE_CACHE: SMALL_CACHE },
    command: withoutOverride(process.execPath, 'lib/cli/run.mjs', 'start'),
  });
}

/** To the last block, also of what somebody deletes meanwhile. */
function fillDisk(): void {
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(4_096));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('ENOSPC')) throw error;
  }
}

/** The log of the archive would else have room for a small edit. */
function emptyLog(): void {
  const archive = new Libsql(join(dataDir, 'archive.db'));
  archive.exec('PRAGMA busy_timeout = 10000');
  archive.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  archive.close();
}

function setWritable(isWritable: boolean): void {
  chmodSync(dataDir, isWritable ? 0o755 : 0o555);
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    chmodSync(
      path,
      entry.isDirectory() ? (isWritable ? 0o755 : 0o555) : isWritable ? 0o644 : 0o444,
    );
  }
}

it('the disk is full: readers notice nothing, and what was edited is published when there is room', async () => {
  site = await start();
  const running = site;
  rmSync(join(dataDir, 'images'), { recursive: true, force: true });
  const seen = await observe({
    fault: 'Disk full',
    address: running.address,
    during: async () => {
      emptyLog();
      for (const name of ['images', 'share']) {
        rmSync(join(dataDir, name), { recursive: true, force: true });
      }
      fillDisk();
      const title = retitle(contentDir, ARTICLE);
      await until('word of it', () => /Nothing was published: .*full/.test(running.log()));
      await sleep(either(300, 10_000));
      expect(await titleAt(running, ARTICLE)).not.toContain(title);
      rmSync(filler);
      const isLive = async () => (await titleAt(running, ARTICLE)).includes(title);
      return ['publishes by itself when there is room', await until('the edit', isLive)];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('the disk is full at the start: what was published last is served', async () => {
  site = await start();
  const title = retitle(contentDir, ARTICLE);
  const first = site;
  await until('the edit', async () => (await titleAt(first, ARTICLE)).includes(title));
  first.kill();
  await sleep(300);
  fillDisk();
  site = await start();
  expect(site.log()).toMatch(/DATA_DIR|cannot be written|full/);
  expect(await titleAt(site, ARTICLE)).toContain(title);
});

it('DATA_DIR becomes read-only: readers notice nothing', async () => {
  site = await start();
  const running = site;
  const seen = await observe({
    fault: 'DATA_DIR read-only',
    address: running.address,
    during: async () => {
      for (const name of ['images', 'share']) {
        rmSync(join(dataDir, name), { recursive: true, force: true });
      }
      setWritable(false);
      await until('word of it', () => /takes no (?:pictures|files)/.test(running.log()));
      await sleep(either(300, 10_000));
      setWritable(true);
      await fetch(running.address);
      return ['pictures are made from memory meanwhile', null];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('DATA_DIR is read-only at the start: the site is served from a folder that goes with it', async () => {
  setWritable(false);
  site = await start();
  expect(site.log()).toContain(`${dataDir} cannot be written`);
  expect((await fetch(site.address)).status).toBe(200);
  expect(existsSync(join(dataDir, 'server.json.new'))).toBe(false);
});

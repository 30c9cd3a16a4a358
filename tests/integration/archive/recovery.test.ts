import { once } from 'node:events';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Database } from '@/lib/archive/database';
import { folderOf } from '../../fixtures/folder';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { everything } from './everything';

const DAM = 'articles/2026/02/dam-opens.md';

/** Holds a file for itself, as SQLite does while it closes one, and lets go of it soon. */
const HOLDER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const holder = new (require('libsql'))(workerData);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  parentPort.postMessage('held');
  setTimeout(() => holder.close(), 300);
`;

/** The archive file, its write-ahead log emptied into it. */
function closed(database: Database): void {
  database.query('PRAGMA wal_checkpoint(TRUNCATE)').all();
  database.close();
}

describe('the archive file', () => {
  it('keeps the publication over a restart', async () => {
    const path = join(folderOf({}), 'archive.db');
    const first = TestPublication.sound(Database.open(path, 'program'));
    await first.sync();
    const before = everything(first);
    first.database.close();
    const second = new TestPublication(first.folder, Database.open(path, 'program'));
    expect(everything(second)).toEqual(before);
    expect((await second.sync()).added).toBe(0);
    second.database.close();
  });

  it('that is deleted is built again, and is the same', async () => {
    const path = join(folderOf({}), 'archive.db');
    const first = TestPublication.sound(Database.open(path, 'program'));
    first.edit(DAM, 'section: water', 'section: watr');
    await first.sync();
    const before = everything(first);
    first.database.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    const second = new TestPublication(first.folder, Database.open(path, 'program'));
    expect(second.slugs()).toEqual([]);
    await second.sync();
    expect(everything(second)).toEqual(before);
    second.database.close();
  });

  it('is waited for while a process that is ending holds it', async () => {
    const folder = folderOf({});
    const first = TestPublication.sound(Database.open(join(folder, 'first.db'), 'program'));
    await first.sync();
    closed(first.database);
    const held = join(folder, 'held.db');
    copyFileSync(join(folder, 'first.db'), held);
    await once(new Worker(HOLDER, { eval: true, workerData: held }), 'message');
    const second = new TestPublication(first.folder, Database.open(held, 'program'));
    expect(second.slugs()).toEqual(PUBLISHED);
    second.database.close();
  });

  it('that is damaged is built again', async () => {
    const folder = folderOf({});
    const sound = TestPublication.sound(Database.open(join(folder, 'sound.db'), 'program'));
    await sound.sync();
    closed(sound.database);
    const damaged = join(folder, 'damaged.db');
    copyFileSync(join(folder, 'sound.db'), damaged);
    // The first page, which holds the tables of the file, is written over.
    writeFileSync(damaged, new Uint8Array(4096).fill(0xa5), { flag: 'r+' });
    const again = new TestPublication(sound.folder, Database.open(damaged, 'program'));
    expect(again.slugs()).toEqual([]);
    await again.sync();
    expect(again.slugs()).toEqual(PUBLISHED);
    again.database.close();
    expect(existsSync(join(folder, 'sound.db'))).toBe(true);
  });
});

describe('a sync that fails half-way', () => {
  it('leaves the old state whole, and the next one takes over', async () => {
    const publication = TestPublication.sound();
    await publication.sync();
    const before = everything(publication);
    publication.edit(DAM, 'before sunrise', 'at noon');
    publication.remove('articles/2026/03/budget-vote.md');
    publication.edit('site.yml', 'Asia/Almaty', 'UTC');
    const failing = publication.sync({
      onProgress: (done) => {
        if (done === 3) throw new Error('the power went off');
      },
    });
    await expect(failing).rejects.toThrow('the power went off');
    expect(everything(publication)).toEqual(before);
    await publication.sync();
    expect(publication.slugs()).toEqual(PUBLISHED.slice(1));
    expect(publication.read(({ site }) => site.timeZone)).toBe('UTC');
  });

  it('the first time leaves an empty archive', async () => {
    const publication = TestPublication.sound();
    const failing = publication.sync({
      onProgress: () => {
        throw new Error('the power went off');
      },
    });
    await expect(failing).rejects.toThrow('the power went off');
    expect(publication.slugs()).toEqual([]);
    expect((await publication.sync()).added).toBe(16);
  });

  it('never shows a reader half of it', async () => {
    const path = join(folderOf({}), 'archive.db');
    const writer = TestPublication.sound(Database.open(path, 'program'));
    await writer.sync();
    const reader = new TestPublication(writer.folder, Database.open(path, 'program'));
    writer.remove('articles/2026/03/budget-vote.md');
    writer.edit(DAM, 'Dam opens', 'The dam opens');
    const seen: string[][] = [];
    await writer.sync({ onProgress: () => seen.push(reader.slugs()) });
    expect(seen).toEqual([PUBLISHED]);
    expect(reader.slugs()).toEqual(PUBLISHED.slice(1));
    reader.database.close();
    writer.database.close();
  });
});

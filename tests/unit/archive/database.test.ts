import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '@/lib/archive/database';
import { folderOf } from '../../fixtures/folder';

const settings = (database: Database): string[] =>
  database
    .query<{ name: string }>('SELECT name FROM setting ORDER BY name')
    .all()
    .map(({ name }) => name);

const put = (database: Database, name: string) =>
  database.run('INSERT INTO setting VALUES (?, ?)', name, '1');

describe('Database.open', () => {
  it('makes the file, its folder and its tables, and keeps what is written', () => {
    const path = join(folderOf({}), 'data', 'archive.db');
    const first = Database.open(path, 'one');
    put(first, 'site');
    first.close();
    expect(existsSync(path)).toBe(true);
    const second = Database.open(path, 'one');
    expect(settings(second)).toEqual(['site']);
    second.close();
  });

  it('makes the file of another program anew', () => {
    const path = join(folderOf({}), 'archive.db');
    const first = Database.open(path, 'one');
    put(first, 'site');
    first.close();
    const second = Database.open(path, 'two');
    expect(settings(second)).toEqual([]);
    put(second, 'front');
    second.close();
    const third = Database.open(path, 'two');
    expect(settings(third)).toEqual(['front']);
    third.close();
  });

  it.each([
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)],
    ['zeros', new Uint8Array(8192)],
    ['nothing', new Uint8Array()],
    ['a text', 'SQLite format 3'],
  ])('makes a file of %s anew', (_name, bytes) => {
    const path = join(folderOf({ 'archive.db': bytes }), 'archive.db');
    const database = Database.open(path, 'one');
    put(database, 'site');
    expect(settings(database)).toEqual(['site']);
    database.close();
  });

  it('makes a database of something else anew, its log included', () => {
    const folder = folderOf({});
    const path = join(folder, 'archive.db');
    const foreign = Database.open(join(folder, 'foreign.db'), 'one');
    foreign.run('DROP TABLE revision');
    foreign.query('PRAGMA wal_checkpoint(TRUNCATE)').all();
    foreign.close();
    copyFileSync(join(folder, 'foreign.db'), path);
    writeFileSync(`${path}-wal`, 'left over');
    const database = Database.open(path, 'one');
    put(database, 'site');
    expect(settings(database)).toEqual(['site']);
    database.close();
  });

  it('does not hide what is not damage', () => {
    const folder = folderOf({ file: 'x' });
    expect(() => Database.open(join(folder, 'file', 'archive.db'), 'one')).toThrow(
      /ENOTDIR|EEXIST/,
    );
    // A folder in the place of the file is not the archive's to delete.
    expect(() => Database.open(folder, 'one')).toThrow();
    expect(existsSync(join(folder, 'file'))).toBe(true);
  });
});

describe('Database', () => {
  it('writes all of a transaction or nothing', () => {
    const database = Database.inMemory();
    const failing = () =>
      database.write(() => {
        put(database, 'site');
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    expect(settings(database)).toEqual([]);
    expect(database.write(() => put(database, 'site').changes)).toBe(1);
    expect(settings(database)).toEqual(['site']);
  });

  it('reads one version, whatever another connection writes meanwhile', () => {
    const path = join(folderOf({}), 'archive.db');
    const reader = Database.open(path, 'one');
    const writer = Database.open(path, 'one');
    reader.snapshot(() => {
      expect(settings(reader)).toEqual([]);
      writer.write(() => put(writer, 'site'));
      expect(settings(reader)).toEqual([]);
      // A query inside joins the snapshot that is open.
      expect(reader.snapshot(() => settings(reader))).toEqual([]);
    });
    expect(settings(reader)).toEqual(['site']);
    reader.close();
    writer.close();
  });

  it('ends a snapshot whose work fails', () => {
    const database = Database.inMemory();
    expect(() =>
      database.snapshot(() => {
        throw new Error('no page');
      }),
    ).toThrow('no page');
    expect(database.write(() => 'free')).toBe('free');
  });
});

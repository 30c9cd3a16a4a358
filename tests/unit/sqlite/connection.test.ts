import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '@/lib/archive/database';
import { folderOf } from '../../fixtures/folder';

function archive() {
  const path = join(folderOf({}), 'archive.db');
  const open = () => {
    const database = Database.open(path, 'r');
    onTestFinished(() => database.close());
    return database;
  };
  const logSize = (): number => statSync(`${path}-wal`).size;
  return { open, logSize };
}

/** Some megabytes in one go. */
function fill(database: Database): void {
  database.write(() => {
    const insert = 'INSERT OR REPLACE INTO setting VALUES (?, ?)';
    for (let row = 0; row < 80; row += 1) database.run(insert, `${row}`, 'x'.repeat(100_000));
  });
}

const rows = (database: Database): number | undefined =>
  database.query<{ total: number }>('SELECT COUNT(*) AS total FROM setting').get()?.total;

it('takes a long log over into the file, with all that was written', () => {
  const { open, logSize } = archive();
  const database = open();
  fill(database);
  expect(logSize()).toBeGreaterThan(5_000_000);
  database.shortenLog();
  expect(logSize()).toBe(0);
  expect(rows(open())).toBe(80);
});

it('leaves a short log, which costs nobody anything', () => {
  const { open, logSize } = archive();
  const database = open();
  const before = logSize();
  database.shortenLog();
  expect(logSize()).toBe(before);
});

it('leaves a long log to somebody who still reads what was before, and does not wait', () => {
  const { open, logSize } = archive();
  const [database, other] = [open(), open()];
  other.snapshot(() => {
    expect(rows(other)).toBe(0);
    fill(database);
    database.shortenLog();
    expect(logSize()).toBeGreaterThan(5_000_000);
    expect(rows(other)).toBe(0);
  });
  database.shortenLog();
  expect(logSize()).toBe(0);
  expect(rows(other)).toBe(80);
});

it('gives a text of many rows, none where there is no row, and says where one is spoilt', () => {
  const database = Database.inMemory();
  const names =
    'SELECT group_concat(name, char(0)) AS text FROM (SELECT name FROM setting WHERE value <> ?)';
  expect(database.text(names, 'x')).toBeNull();
  database.run("INSERT INTO setting VALUES ('ә', '1'), ('b', '2')");
  expect(database.text(names, 'x')?.split('\0').sort()).toEqual(['b', 'ә']);
  database.run("INSERT INTO setting VALUES (CAST(x'ff' AS TEXT), '3')");
  expect(() => database.text(names, 'x')).toThrow('a text is no UTF-8');
});

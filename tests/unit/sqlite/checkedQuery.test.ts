import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Libsql from 'libsql';
import { expect, it } from 'vitest';
import { checkedQuery } from '@/lib/sqlite/checkedQuery';
import { isDamage } from '@/lib/sqlite/connection';
import { folderOf } from '../../fixtures/folder';

function table(path = ':memory:'): Libsql.Database {
  const database = new Libsql(path);
  database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, size INTEGER)');
  return database;
}

it('gives what SQLite gives, for any text, number and nothing', () => {
  const database = table();
  const cell = fc.oneof(
    // SQLite has no lone surrogates, and ends texts for some of its functions at a null.
    fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text)),
    fc.constant(null),
  );
  const insert = database.prepare('INSERT INTO thing (name, size) VALUES (?, ?)');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.integer()), { maxLength: 8 }), (rows) => {
      database.exec('DELETE FROM thing');
      for (const [name, size] of rows) insert.run(name, size);
      const sql =
        'SELECT name, size, upper(name) AS loud FROM thing WHERE size < ? ORDER BY id DESC';
      const plain = database.prepare(sql);
      const checked = checkedQuery(database, sql);
      expect(checked.all(1e6)).toEqual(plain.all(1e6));
      const { _metadata: _, ...first } = Object(plain.get(1e6));
      if (plain.get(1e6) === undefined) expect(checked.get(1e6)).toBeUndefined();
      else expect(checked.get(1e6)).toEqual(first);
    }),
  );
});

it.each(['SELECT size FROM thing', 'SELECT name FROM thing'])(
  'gives the columns of one row and nothing else, such as how long it took: %s',
  (sql) => {
    const database = table();
    database.exec("INSERT INTO thing (name, size) VALUES ('a', 1)");
    const query = checkedQuery<object>(database, sql);
    expect(query.get()).toEqual(query.all()[0]);
  },
);

it('takes a text that is no UTF-8 for damage, where libsql would end the process', () => {
  const path = join(folderOf({}), 'damaged.db');
  const written = table(path);
  written.prepare('INSERT INTO thing (name) VALUES (?)').run('hello there, hello there');
  written.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.indexOf('hello there'), bytes.indexOf('hello there') + 5);
  writeFileSync(path, bytes);
  const query = checkedQuery(new Libsql(path), 'SELECT name FROM thing');
  for (const read of [() => query.get(), () => query.all()]) {
    const [error] = [read].map((one) => {
      try {
        return one();
      } catch (thrown) {
        return thrown;
      }
    });
    expect(isDamage(error)).toBe(true);
  }
});

it('takes a text that was JSON for damage, where SQLite can make nothing of it', () => {
  const database = table();
  database.exec('INSERT INTO thing (name) VALUES (\'not "json"\')');
  const query = checkedQuery(database, 'SELECT value FROM thing, json_each(thing.name)');
  expect(() => query.all()).toThrow(expect.toSatisfy(isDamage));
});

it('takes no other error of SQLite for damage', () => {
  const query = () => checkedQuery(table(), 'SELECT nothing FROM thing').all();
  expect(query).toThrow();
  expect(query).not.toThrow(expect.toSatisfy(isDamage));
});

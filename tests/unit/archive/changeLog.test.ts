import { describe, expect, it } from 'vitest';
import { logChanges, loggedSince, logMark } from '@/lib/archive/changeLog';
import { Database } from '@/lib/archive/database';
import type { Shown } from '@/lib/archive/shown';
import { folderOf } from '../../fixtures/folder';
import { slug } from '../../fixtures/slugs';

const ONE: Shown = `article:${slug<'article'>('one')}`;
const OTHER: Shown = `article:${slug<'article'>('other')}`;

function log(database: Database, ...shown: Shown[]): void {
  logChanges(database, new Set(shown));
}

function entries(database: Database): number {
  return database.query('SELECT id FROM change_log').all().length;
}

describe('the log of changes', () => {
  it('tells what changed after a place in it, each thing once', () => {
    const database = Database.inMemory();
    log(database, ONE);
    const mark = logMark(database);
    expect(loggedSince(database, mark)).toEqual(new Set());
    log(database, OTHER, 'front');
    log(database, OTHER, 'corrections');
    expect(loggedSince(database, mark)).toEqual(new Set([OTHER, 'front', 'corrections']));
    expect(loggedSince(database, logMark(database))).toEqual(new Set());
  });

  it('tells all of it where it was empty at that place', () => {
    const database = Database.inMemory();
    const mark = logMark(database);
    expect(mark.entry).toBe(0);
    log(database, ONE);
    log(database, OTHER);
    expect(loggedSince(database, mark)).toEqual(new Set([ONE, OTHER]));
  });

  it('has no entry of a sync that readers do not notice', () => {
    const database = Database.inMemory();
    const before = logMark(database);
    log(database);
    expect(entries(database)).toBe(0);
    expect(logMark(database)).toEqual(before);
  });

  it('is written with the sync that it tells of, or not at all', () => {
    const database = Database.inMemory();
    const mark = logMark(database);
    const failing = () =>
      database.write(() => {
        log(database, ONE);
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    expect(loggedSince(database, mark)).toEqual(new Set());
  });

  it('is read by whoever else has the archive open, by the same name', () => {
    const path = `${folderOf({})}/archive.db`;
    const writer = Database.open(path, 'one');
    const reader = Database.open(path, 'one');
    const mark = logMark(reader);
    log(writer, ONE);
    expect(loggedSince(reader, mark)).toEqual(new Set([ONE]));
    expect(logMark(writer).archive).toBe(mark.archive);
    writer.close();
    reader.close();
  });

  it('says nothing of a place in another archive, also one that took the same path', () => {
    const path = `${folderOf({})}/archive.db`;
    const first = Database.open(path, 'one');
    const mark = logMark(first);
    first.close();
    const second = Database.open(path, 'another program');
    expect(loggedSince(second, mark)).toBeNull();
    expect(logMark(second).archive).not.toBe(mark.archive);
    second.close();
  });
});

describe('a log that has grown long', () => {
  const KEPT = 10_000;

  it('keeps its last ten thousand entries, and reaches back to the one before them', () => {
    const database = Database.inMemory();
    const marks = database.write(() =>
      Array.from({ length: KEPT + 2 }, (_, index) => {
        const mark = logMark(database);
        log(database, index === 0 || index === 1 ? ONE : OTHER);
        return mark;
      }),
    );
    expect(entries(database)).toBe(KEPT);
    const [forgotten, alsoForgotten, oldest] = marks;
    if (!forgotten || !alsoForgotten || !oldest) throw new Error('There are no places');
    expect(loggedSince(database, forgotten)).toBeNull();
    expect(loggedSince(database, alsoForgotten)).toBeNull();
    expect(loggedSince(database, oldest)).toEqual(new Set([OTHER]));
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { restore } from '@/lib/rates/store/backup';
import { RateStore, type StoredObservation } from '@/lib/rates/store/rateStore';
import { connect } from '@/lib/sqlite/connection';
import { temporaryFolder } from '@/tests/support/content';
import { dayOf } from '@/tests/unit/rates/arbitraries';
import { ROOT, run } from './command';

const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const path = join(dataDir, 'rates.db');
const backup = join(folder, 'rates.backup.db');
const environment = { DATA_DIR: dataDir, CONTENT_DIR: join(folder, 'no-content') };

const store = RateStore.open(path);
afterAll(() => store.close());

function observed(source: string, day: number): StoredObservation {
  const date = dayOf(18_000 + day);
  return {
    source,
    quote: 'KZT',
    date,
    rate: `${400 + (day % 90)}`,
    via: 'import',
    nominal: 1,
    fetchedAt: day,
  };
}

/** Two sources say the same of a day, in one transaction. */
function writeDay(day: number): void {
  store.write(() => {
    for (const source of ['nbk', 'frankfurter']) store.put(observed(source, day));
  });
}

function anotherDatabase(file: string): void {
  const other = connect(file);
  other.exec('CREATE TABLE other (id INTEGER)');
  other.close();
}

let copies = 0;

/** Of a copy, since to open a store writes to it. */
function figuresOf(file: string) {
  copies += 1;
  const copy = join(folder, `copy-${copies}.db`);
  copyFileSync(file, copy);
  const opened = RateStore.open(copy);
  const all = opened.all();
  opened.close();
  return all;
}

describe('a backup of rates', () => {
  it('is of one moment, however much is written meanwhile', async () => {
    for (let day = 0; day < 500; day += 1) writeDay(day);
    const parameters = ['lib/cli/run.mjs', 'rates', 'backup', backup];
    const child = spawn(process.execPath, parameters, {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: undefined, ...environment },
    });
    let isDone = false;
    const ended = once(child, 'exit').then(([code]) => {
      isDone = true;
      return code;
    });
    let day = 500;
    while (!isDone) {
      writeDay(day);
      day += 1;
      await turn();
    }
    expect(await ended).toBe(0);
    const figures = figuresOf(backup);
    const of = (source: string) =>
      figures.filter((one) => one.source === source).map(({ date, rate }) => [date, rate]);
    expect(figures.length).toBeGreaterThan(1_000);
    expect(figures.length).toBeLessThan(2 * day);
    expect(of('nbk')).toEqual(of('frankfurter'));
    expect(readdirSync(folder).filter((name) => name.includes('.backup.db.'))).toEqual([]);
  });

  it('takes the place of what came after it, while others have the store open', () => {
    const saved = figuresOf(backup);
    store.write(() => store.remove(saved[0] as (typeof saved)[0]));
    store.put(observed('cbu', 1));
    const { version } = store;
    const { code, out } = run('rates', ['restore', backup], environment);
    expect([code, out]).toEqual([0, expect.stringContaining(`${saved.length} figures of`)]);
    expect(store.all()).toEqual(saved);
    expect(store.version).toBeGreaterThan(version);
  });

  it('brings back a store that is gone', () => {
    const other = join(folder, 'new machine');
    expect(run('rates', ['restore', backup], { ...environment, DATA_DIR: other }).code).toBe(0);
    expect(figuresOf(join(other, 'rates.db'))).toEqual(figuresOf(backup));
  });

  it.each([
    ['missing', () => undefined, 'There is no file'],
    ['no database', (file: string) => writeFileSync(file, 'x'.repeat(5_000)), 'is no backup'],
    [
      'cut off',
      (file: string) => writeFileSync(file, readFileSync(backup).subarray(0, 9_000)),
      'backup.db',
    ],
    ['another database', anotherDatabase, 'is no backup of rates of this version'],
  ])('is refused where it is %s, and nothing is lost', (_, make, message) => {
    const file = join(folder, 'bad.backup.db');
    rmSync(file, { force: true });
    make(file);
    const before = store.all();
    expect(() => restore(path, file)).toThrow(message);
    expect(store.all()).toEqual(before);
  });

  it('is not made of nothing', () => {
    const { code, err } = run('rates', ['backup', join(folder, 'none.db')], {
      ...environment,
      DATA_DIR: join(folder, 'empty'),
    });
    expect([code, err]).toEqual([2, expect.stringContaining('There is no file')]);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });
});

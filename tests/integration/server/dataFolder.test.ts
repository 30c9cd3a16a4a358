import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { withWritableData } from '@/lib/server/dataFolder';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a folder that takes files is taken as it is, and nothing is left in it', () => {
  const folder = join(folderOf({}), 'data');
  const environment = readEnvironment({ DATA_DIR: folder });
  expect(withWritableData(environment)).toBe(environment);
  expect(existsSync(folder)).toBe(true);
});

it('one that takes none is replaced by a copy of what is needed, which takes files', () => {
  // A folder in the place of the probe keeps root out, too.
  const folder = folderOf({ 'archive.db': 'an archive', 'images/a.webp': 'a picture' });
  mkdirSync(join(folder, `.probe-${process.pid}`));
  chmodSync(join(folder, 'archive.db'), 0o444);
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { dataDir, ratesFile } = withWritableData(readEnvironment({ DATA_DIR: folder }));
  expect(ratesFile).toBe(join(dataDir, 'rates.db'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  expect(log.mock.calls.flat().join()).toContain(`DATA_DIR ${folder} cannot be written`);
  writeFileSync(join(dataDir, 'archive.db'), 'more', { flag: 'a' });
  expect(readFileSync(join(dataDir, 'archive.db'), 'utf8')).toBe('an archivemore');
  expect(existsSync(join(dataDir, 'images'))).toBe(false);
});

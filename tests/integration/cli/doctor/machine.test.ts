import { existsSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '@/lib/cli/doctor/checks/build';
import { data, judgeSpace } from '@/lib/cli/doctor/checks/data';
import { judgeMemory, memory } from '@/lib/cli/doctor/checks/memory';
import { judgeNode, node } from '@/lib/cli/doctor/checks/node';
import type { Installation } from '@/lib/cli/doctor/finding';
import { exportFile, pagesFile } from '@/lib/server/app/builtFiles.mjs';
import { folderOf } from '@/tests/fixtures/folder';
import { expectLevel, installation, levels } from './installation';

it.each([
  ['20.18.3', 'error'],
  ['20.19.0', 'ok'],
  ['24.1.0', 'ok'],
  ['25.0.0', 'warning'],
] as const)('of Node %s: %s', (version, level) => {
  expectLevel(judgeNode(version, '20.19.0'), level);
});

it('finds the Node that runs here good', async () => {
  expect(await levels(node, installation())).toEqual(['ok']);
});

describe('a build', () => {
  const of = (root: string): Installation => ({ ...installation(), root });

  it('is good while it is newer than the sources', async () => {
    const root = folderOf({
      'app/page.tsx': '',
      '.next/BUILD_ID': 'x',
      [pagesFile('.next')]: '',
      [exportFile('.next')]: '',
    });
    utimesSync(join(root, 'app/page.tsx'), 1, 1);
    expect(await levels(build, of(root))).toEqual(['ok']);
    utimesSync(join(root, '.next/BUILD_ID'), 0, 0);
    expect(await levels(build, of(root))).toEqual(['warning']);
    rmSync(join(root, '.next/BUILD_ID'));
    const [finding] = await build.run(of(root));
    expect(finding?.found).toContain('There is no build');
  });
});

describe('a data folder', () => {
  it('is good where it can be written, and stays as it was', async () => {
    const found = installation({ DATA_DIR: 'data' });
    expect(await levels(data, found)).toContain('ok');
    expect(existsSync(join(found.folder, 'data'))).toBe(true);
  });

  it('is none where it cannot be made', async () => {
    const folder = folderOf({ data: 'a file' });
    expect(await levels(data, installation({ DATA_DIR: 'data' }, folder))).toEqual(['error']);
  });

  it.each([
    [50_000_000, 'error'],
    [500_000_000, 'warning'],
    [5_000_000_000, 'ok'],
  ] as const)('has %d bytes left: %s', (free, level) => {
    expectLevel(judgeSpace(free), level);
  });
});

it.each([
  [500_000_000, 'error'],
  [700_000_000, 'warning'],
  [2_000_000_000, 'ok'],
] as const)('of %d bytes of memory: %s', (available, level) => {
  expectLevel(judgeMemory(available, 64_000_000), level);
});

it('compares memory with what pages may take', async () => {
  expect(await levels(memory, installation({ PAGE_CACHE: '100000' }))).toEqual(['error']);
});

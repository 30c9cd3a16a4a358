import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { needsBuild } from '@/lib/cli/buildState.mjs';
import { folderOf } from '../../fixtures/folder';

const BUILT = 1_700_000_000;
let root = '';

/** Writes a file that was last changed some seconds after the build, or before it. */
function touch(path: string, seconds: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, path);
  utimesSync(file, BUILT + seconds, BUILT + seconds);
}

/** Folders are as old as the build, so that files alone decide. */
function age(...folders: string[]): void {
  for (const folder of folders) utimesSync(join(root, folder), BUILT - 60, BUILT - 60);
}

/** What a build leaves. */
function build(): void {
  touch('.next/saxaul/pages.cjs', 0);
  touch('.next/saxaul/export.cjs', 0);
  touch('.next/BUILD_ID', 0);
}

describe('needsBuild', () => {
  beforeEach(() => {
    root = folderOf({});
    touch('app/page.tsx', -60);
    touch('lib/site/routes.ts', -60);
    touch('package-lock.json', -60);
    age('app', 'lib', 'lib/site');
  });

  it('builds where there is no build', () => {
    expect(needsBuild(root)).toBe(true);
  });

  it.each(['pages', 'export'])('builds where a build holds no %s of its own', (name) => {
    build();
    rmSync(join(root, `.next/saxaul/${name}.cjs`));
    expect(needsBuild(root)).toBe(true);
  });

  it('keeps a build that is newer than every source', () => {
    build();
    expect(needsBuild(root)).toBe(false);
  });

  it.each(['app/page.tsx', 'lib/site/routes.ts', 'package-lock.json', 'next.config.ts'])(
    'builds again after a change of %s',
    (path) => {
      build();
      touch(path, 60);
      age(...[dirname(path)].filter((folder) => folder !== '.'));
      expect(needsBuild(root)).toBe(true);
    },
  );

  it.each(['content/site.yml', 'tests/a.test.ts', 'README.md'])('does not mind %s', (path) => {
    build();
    touch(path, 60);
    expect(needsBuild(root)).toBe(false);
  });
});
